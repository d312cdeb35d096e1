/// From a contract to cases: examples, coverage, negative; seeded values.
@NullMarked
package dev.concordat.cases;

import org.jspecify.annotations.NullMarked;
