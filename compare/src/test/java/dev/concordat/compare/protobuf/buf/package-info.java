/// Tests of buf's rules.
@NullMarked
package dev.concordat.compare.protobuf.buf;

import org.jspecify.annotations.NullMarked;
