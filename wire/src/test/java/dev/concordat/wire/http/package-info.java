/// Tests of the HTTP link with real sockets.
@NullMarked
package dev.concordat.wire.http;

import org.jspecify.annotations.NullMarked;
