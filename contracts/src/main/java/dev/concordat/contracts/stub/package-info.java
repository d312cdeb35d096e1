/// Stubs, whatever tool they are written for: which requests they answer, with what, and where that stands.
@NullMarked
package dev.concordat.contracts.stub;

import org.jspecify.annotations.NullMarked;
