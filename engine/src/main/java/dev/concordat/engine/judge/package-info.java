/// Compares what was observed with the contracts of both sides.
@NullMarked
package dev.concordat.engine.judge;

import org.jspecify.annotations.NullMarked;
