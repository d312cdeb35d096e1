@NullMarked
package dev.concordat.cli.standin;

import org.jspecify.annotations.NullMarked;
