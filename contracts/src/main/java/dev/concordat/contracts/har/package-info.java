/// HTTP archives (HAR 1.2), read and written.
@NullMarked
package dev.concordat.contracts.har;

import org.jspecify.annotations.NullMarked;
