/// Tests of fuzzing.
@NullMarked
package dev.concordat.conform.fuzz;

import org.jspecify.annotations.NullMarked;
