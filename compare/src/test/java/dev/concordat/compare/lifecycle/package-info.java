@NullMarked
package dev.concordat.compare.lifecycle;

import org.jspecify.annotations.NullMarked;
