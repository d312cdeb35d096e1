/// Digests of what is published.
@NullMarked
package dev.concordat.registry.digest;

import org.jspecify.annotations.NullMarked;
