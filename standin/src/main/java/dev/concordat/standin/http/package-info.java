/// An HTTP/1.1 server on loopback that can also answer wrongly.
@NullMarked
package dev.concordat.standin.http;

import org.jspecify.annotations.NullMarked;
