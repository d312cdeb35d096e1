/// Servers that speak for a system that is not here, made from its contract.
@NullMarked
package dev.concordat.wire.standin;

import org.jspecify.annotations.NullMarked;
