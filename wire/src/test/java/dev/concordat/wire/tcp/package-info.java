/// Tests of `wire.tcp` from outside.
@NullMarked
package dev.concordat.wire.tcp;

import org.jspecify.annotations.NullMarked;
