@NullMarked
package dev.concordat.compare.version;

import org.jspecify.annotations.NullMarked;
