/// Why a request that keeps the contract was refused, as far as the answer tells.
@NullMarked
package dev.concordat.conform.explain;

import org.jspecify.annotations.NullMarked;
