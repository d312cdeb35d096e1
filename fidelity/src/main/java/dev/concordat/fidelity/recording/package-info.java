/// Two recordings of the same messages, one of each end: which belong together, and what happened to each on its way.
@NullMarked
package dev.concordat.fidelity.recording;

import org.jspecify.annotations.NullMarked;
