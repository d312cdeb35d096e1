/// Rules about contracts that can be read and still cannot be meant.
@NullMarked
package dev.concordat.contracts.lint;

import org.jspecify.annotations.NullMarked;
