/// Recording: what passes is learned from until it is told to stop.
@NullMarked
package dev.concordat.cli.record;

import org.jspecify.annotations.NullMarked;
