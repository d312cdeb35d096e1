/// Every problem that a contract can have: what it means and how to mend it.
@NullMarked
package dev.concordat.contracts.problems;

import org.jspecify.annotations.NullMarked;
