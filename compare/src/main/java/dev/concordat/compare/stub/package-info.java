/// A consumer's stubs (WireMock, MockServer, Hoverfly, Mountebank, Postman) and recorded traffic (HAR) against a provider's
/// OpenAPI description.
@NullMarked
package dev.concordat.compare.stub;

import org.jspecify.annotations.NullMarked;
