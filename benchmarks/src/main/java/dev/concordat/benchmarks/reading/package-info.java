/// How long reading takes and what it needs: big descriptions, and thousands of real ones.
@NullMarked
package dev.concordat.benchmarks.reading;

import org.jspecify.annotations.NullMarked;
