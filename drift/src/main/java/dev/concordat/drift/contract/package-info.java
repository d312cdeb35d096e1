/// Stubs against the provider's contract: no provider is needed.
@NullMarked
package dev.concordat.drift.contract;

import org.jspecify.annotations.NullMarked;
