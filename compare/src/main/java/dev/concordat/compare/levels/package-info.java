/// The levels of other tools, for people who come from there.
@NullMarked
package dev.concordat.compare.levels;

import org.jspecify.annotations.NullMarked;
