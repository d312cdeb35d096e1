@NullMarked
package dev.concordat.compare.schema;

import org.jspecify.annotations.NullMarked;
