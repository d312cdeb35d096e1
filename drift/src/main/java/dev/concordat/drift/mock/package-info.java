/// Stubs of every format in one form: what is asked, what is answered, and where that stands.
@NullMarked
package dev.concordat.drift.mock;

import org.jspecify.annotations.NullMarked;
