/// Times as WireMock's stubs compare and write them.
@NullMarked
package dev.concordat.standin.wiremock.moment;

import org.jspecify.annotations.NullMarked;
