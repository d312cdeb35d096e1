/// WireMock mappings, read and written.
@NullMarked
package dev.concordat.contracts.wiremock;

import org.jspecify.annotations.NullMarked;
