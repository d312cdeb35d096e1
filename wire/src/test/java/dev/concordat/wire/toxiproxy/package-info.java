/// Tests of `wire.toxiproxy` from outside.
@NullMarked
package dev.concordat.wire.toxiproxy;

import org.jspecify.annotations.NullMarked;
