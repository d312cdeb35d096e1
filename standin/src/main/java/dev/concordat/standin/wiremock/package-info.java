/// A server for WireMock's mappings, administered as WireMock is.
@NullMarked
package dev.concordat.standin.wiremock;

import org.jspecify.annotations.NullMarked;
