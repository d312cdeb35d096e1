/// MockServer expectations.
@NullMarked
package dev.concordat.contracts.mockserver;

import org.jspecify.annotations.NullMarked;
