/// The files that come of a recording.
@NullMarked
package dev.concordat.record.output;

import org.jspecify.annotations.NullMarked;
