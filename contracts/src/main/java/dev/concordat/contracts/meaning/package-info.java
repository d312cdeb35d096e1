/// The identity of contracts: digests of what they mean, whatever way it is written.
@NullMarked
package dev.concordat.contracts.meaning;

import org.jspecify.annotations.NullMarked;
