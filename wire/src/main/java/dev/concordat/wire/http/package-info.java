/// The HTTP/1.1 link: relays bytes unchanged between a consumer and a provider and reads a copy of them.
@NullMarked
package dev.concordat.wire.http;

import org.jspecify.annotations.NullMarked;
