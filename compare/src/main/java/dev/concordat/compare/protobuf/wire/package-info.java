/// Messages of Protocol Buffers that the one side writes and the other misreads: looked for by writing and reading them,
/// with two readers that know nothing of each other.
@NullMarked
package dev.concordat.compare.protobuf.wire;

import org.jspecify.annotations.NullMarked;
