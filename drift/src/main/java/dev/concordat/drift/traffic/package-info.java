/// The other direction: real traffic against the contract.
@NullMarked
package dev.concordat.drift.traffic;

import org.jspecify.annotations.NullMarked;
