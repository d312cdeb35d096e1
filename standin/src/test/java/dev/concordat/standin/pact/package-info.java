@NullMarked
package dev.concordat.standin.pact;

import org.jspecify.annotations.NullMarked;
