/// Tests of explaining refusals.
@NullMarked
package dev.concordat.conform.explain;

import org.jspecify.annotations.NullMarked;
