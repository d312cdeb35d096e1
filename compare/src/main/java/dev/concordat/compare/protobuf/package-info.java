/// Comparison of Protocol Buffers contracts: old with new, and a gRPC client's with a server's. What `buf breaking` reports
/// comes with the message that shows it.
@NullMarked
package dev.concordat.compare.protobuf;

import org.jspecify.annotations.NullMarked;
