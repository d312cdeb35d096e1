/// Tests of the covering arrays.
@NullMarked
package dev.concordat.cases.pairs;

import org.jspecify.annotations.NullMarked;
