/// What a run remembers.
@NullMarked
package dev.concordat.conform.memory;

import org.jspecify.annotations.NullMarked;
