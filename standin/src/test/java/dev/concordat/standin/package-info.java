@NullMarked
package dev.concordat.standin;

import org.jspecify.annotations.NullMarked;
