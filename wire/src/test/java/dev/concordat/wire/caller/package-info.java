@NullMarked
package dev.concordat.wire.caller;

import org.jspecify.annotations.NullMarked;
