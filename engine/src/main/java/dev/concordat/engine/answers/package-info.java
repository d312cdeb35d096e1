/// The answers that a contract allows a provider beside the one that it usually gives.
@NullMarked
package dev.concordat.engine.answers;

import org.jspecify.annotations.NullMarked;
