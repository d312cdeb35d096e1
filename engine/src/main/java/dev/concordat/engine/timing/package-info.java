/// Budgets with honest statistics, and how long answers took.
@NullMarked
package dev.concordat.engine.timing;

import org.jspecify.annotations.NullMarked;
