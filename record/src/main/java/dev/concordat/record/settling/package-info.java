/// The end of learning: which segments are parameters, which operations there are, and what all of them are called.
@NullMarked
package dev.concordat.record.settling;

import org.jspecify.annotations.NullMarked;
