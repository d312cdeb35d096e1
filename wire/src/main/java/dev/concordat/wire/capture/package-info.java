/// What every observer of bytes shares: where exchanges go, how much of them is kept, and the threads that work.
@NullMarked
package dev.concordat.wire.capture;

import org.jspecify.annotations.NullMarked;
