/// The command line and the composition root.
@NullMarked
package dev.concordat.cli;

import org.jspecify.annotations.NullMarked;
