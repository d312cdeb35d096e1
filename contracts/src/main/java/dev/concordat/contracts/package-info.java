/// Readers of every contract and stub format, exact about places.
@NullMarked
package dev.concordat.contracts;

import org.jspecify.annotations.NullMarked;
