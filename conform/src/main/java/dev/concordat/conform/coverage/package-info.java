/// What a run tries because of the contract alone: first requests, every two choices together, every sentence broken once.
@NullMarked
package dev.concordat.conform.coverage;

import org.jspecify.annotations.NullMarked;
