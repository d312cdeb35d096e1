/// What a stub says that is not so, and what would be so.
@NullMarked
package dev.concordat.drift.lie;

import org.jspecify.annotations.NullMarked;
