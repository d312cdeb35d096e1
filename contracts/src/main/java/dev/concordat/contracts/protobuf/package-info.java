/// Protocol Buffers: `.proto` files through `protoc`, descriptor sets, messages as bytes and as JSON, gRPC's framing.
@NullMarked
package dev.concordat.contracts.protobuf;

import org.jspecify.annotations.NullMarked;
