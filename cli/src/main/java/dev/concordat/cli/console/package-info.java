/// Standard output and error, colour, and progress: the only place that touches them.
@NullMarked
package dev.concordat.cli.console;

import org.jspecify.annotations.NullMarked;
