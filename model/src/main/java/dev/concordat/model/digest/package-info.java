/// Digests that name things.
@NullMarked
package dev.concordat.model.digest;

import org.jspecify.annotations.NullMarked;
