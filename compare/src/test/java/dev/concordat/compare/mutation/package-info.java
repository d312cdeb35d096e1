/// Edits of descriptions of which it is known whether they break somebody.
@NullMarked
package dev.concordat.compare.mutation;

import org.jspecify.annotations.NullMarked;
