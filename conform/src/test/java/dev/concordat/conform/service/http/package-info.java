/// A small HTTP/1.1 server that can also break the protocol on purpose.
@NullMarked
package dev.concordat.conform.service.http;

import org.jspecify.annotations.NullMarked;
