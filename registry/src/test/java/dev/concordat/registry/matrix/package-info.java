@NullMarked
package dev.concordat.registry.matrix;

import org.jspecify.annotations.NullMarked;
