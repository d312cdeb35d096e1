@NullMarked
package dev.concordat.compare.pact;

import org.jspecify.annotations.NullMarked;
