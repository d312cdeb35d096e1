/// Links with HTTP/2 and gRPC, and their faults.
@NullMarked
package dev.concordat.wire.http2;

import org.jspecify.annotations.NullMarked;
