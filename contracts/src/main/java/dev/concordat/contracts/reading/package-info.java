/// What readers of contracts share: following references, tolerant access, collecting problems.
@NullMarked
package dev.concordat.contracts.reading;

import org.jspecify.annotations.NullMarked;
