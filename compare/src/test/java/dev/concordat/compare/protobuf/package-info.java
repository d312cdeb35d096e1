/// Tests of comparing Protocol Buffers contracts.
@NullMarked
package dev.concordat.compare.protobuf;

import org.jspecify.annotations.NullMarked;
