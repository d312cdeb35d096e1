/// Recorded traffic as the truth.
@NullMarked
package dev.concordat.drift.recording;

import org.jspecify.annotations.NullMarked;
