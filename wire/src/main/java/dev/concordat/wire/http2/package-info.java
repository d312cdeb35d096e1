/// HTTP/2 (RFC 9113) on a link: read along while nothing is on the link, and taken apart and put together again, frame by frame,
/// once a fault is. gRPC is read as what it is on HTTP/2. Start at {@link Session}.
@NullMarked
package dev.concordat.wire.http2;

import org.jspecify.annotations.NullMarked;
