/// The official WireMock client drives our server, and the same mappings are served by both.
@NullMarked
package dev.concordat.standin.wiremock;

import org.jspecify.annotations.NullMarked;
