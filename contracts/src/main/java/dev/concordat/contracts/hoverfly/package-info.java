/// Hoverfly simulations, version 5.
@NullMarked
package dev.concordat.contracts.hoverfly;

import org.jspecify.annotations.NullMarked;
