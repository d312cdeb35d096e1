/// What is tried with the rest of the budget: requests like those that showed something new.
@NullMarked
package dev.concordat.conform.fuzz;

import org.jspecify.annotations.NullMarked;
