/// Stubs against answers that the provider really gave, in a run or in a recording.
@NullMarked
package dev.concordat.drift.observed;

import org.jspecify.annotations.NullMarked;
