/// Documents that say the same in other words: comparing them must find nothing.
@NullMarked
package dev.concordat.compare.metamorphic;

import org.jspecify.annotations.NullMarked;
