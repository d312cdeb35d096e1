/// Whether two contracts fit: the old and the new, or a consumer's and a provider's. {@link Comparer} is the door.
@NullMarked
package dev.concordat.compare;

import org.jspecify.annotations.NullMarked;
