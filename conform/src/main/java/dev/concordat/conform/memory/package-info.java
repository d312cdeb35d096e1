/// What a run learned about its provider.
@NullMarked
package dev.concordat.conform.memory;

import org.jspecify.annotations.NullMarked;
