/// A small blocking HTTP/1.1 client that sends exactly what it is given.
@NullMarked
package dev.concordat.wire.caller;

import org.jspecify.annotations.NullMarked;
