@NullMarked
package dev.concordat.record;

import org.jspecify.annotations.NullMarked;
