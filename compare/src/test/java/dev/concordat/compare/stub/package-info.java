@NullMarked
package dev.concordat.compare.stub;

import org.jspecify.annotations.NullMarked;
