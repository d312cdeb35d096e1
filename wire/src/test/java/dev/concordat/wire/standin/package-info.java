/// Tests of stand-ins.
@NullMarked
package dev.concordat.wire.standin;

import org.jspecify.annotations.NullMarked;
