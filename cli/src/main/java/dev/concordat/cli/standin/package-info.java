/// Serving stand-ins until they are told to stop.
@NullMarked
package dev.concordat.cli.standin;

import org.jspecify.annotations.NullMarked;
