/// Testing one running provider from the command line.
@NullMarked
package dev.concordat.cli.provider;

import org.jspecify.annotations.NullMarked;
