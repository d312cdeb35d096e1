/// What was learned, as a file: the next recording goes on from it.
@NullMarked
package dev.concordat.record.memory;

import org.jspecify.annotations.NullMarked;
