/// Rules and levels of other tools, for people who come from there.
@NullMarked
package dev.concordat.compare.peer;

import org.jspecify.annotations.NullMarked;
