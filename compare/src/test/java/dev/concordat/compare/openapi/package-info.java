@NullMarked
package dev.concordat.compare.openapi;

import org.jspecify.annotations.NullMarked;
