/// How long environments take.
@NullMarked
package dev.concordat.benchmarks.environment;

import org.jspecify.annotations.NullMarked;
