@NullMarked
package dev.concordat.wire.forward;

import org.jspecify.annotations.NullMarked;
