/// Whether versions of a contract that follow one another keep a promise of compatibility.
@NullMarked
package dev.concordat.compare.history;

import org.jspecify.annotations.NullMarked;
