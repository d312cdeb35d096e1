@NullMarked
package dev.concordat.compare.history;

import org.jspecify.annotations.NullMarked;
