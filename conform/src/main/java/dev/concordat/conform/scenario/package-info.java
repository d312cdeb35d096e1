/// Sequences of requests, and what they show together: whether what was said to be done was done, and by whom it may be done.
@NullMarked
package dev.concordat.conform.scenario;

import org.jspecify.annotations.NullMarked;
