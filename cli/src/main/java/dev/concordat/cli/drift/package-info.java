/// Holding stubs against the truth from the command line.
@NullMarked
package dev.concordat.cli.drift;

import org.jspecify.annotations.NullMarked;
