/// Comparing two descriptions, next to others who do it.
@NullMarked
package dev.concordat.benchmarks.comparison;

import org.jspecify.annotations.NullMarked;
