/// Where true answers differ, and how: rules with a kind, an owner and a date.
@NullMarked
package dev.concordat.drift.noise;

import org.jspecify.annotations.NullMarked;
