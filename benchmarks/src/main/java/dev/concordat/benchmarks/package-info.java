/// Side-by-side runs against peers.
@NullMarked
package dev.concordat.benchmarks;

import org.jspecify.annotations.NullMarked;
