/// Stubs with what is not true put right, and everything else as it was.
@NullMarked
package dev.concordat.drift.fix;

import org.jspecify.annotations.NullMarked;
