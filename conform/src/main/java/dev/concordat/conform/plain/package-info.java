/// Single requests that follow from the contract, and what they need before they are sent.
@NullMarked
package dev.concordat.conform.plain;

import org.jspecify.annotations.NullMarked;
