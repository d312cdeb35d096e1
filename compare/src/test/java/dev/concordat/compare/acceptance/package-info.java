@NullMarked
package dev.concordat.compare.acceptance;

import org.jspecify.annotations.NullMarked;
