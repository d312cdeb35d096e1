@NullMarked
package dev.concordat.standin.recorded;

import org.jspecify.annotations.NullMarked;
