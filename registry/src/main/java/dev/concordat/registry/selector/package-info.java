/// What people write to choose versions, in both dialects, and which versions that is.
@NullMarked
package dev.concordat.registry.selector;

import org.jspecify.annotations.NullMarked;
