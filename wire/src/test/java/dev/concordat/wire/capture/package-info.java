/// Tests of what all observers share.
@NullMarked
package dev.concordat.wire.capture;

import org.jspecify.annotations.NullMarked;
