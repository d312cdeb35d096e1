/// A consumer's pact against a provider's contract: OpenAPI, AsyncAPI, GraphQL or protobuf.
@NullMarked
package dev.concordat.compare.pact;

import org.jspecify.annotations.NullMarked;
