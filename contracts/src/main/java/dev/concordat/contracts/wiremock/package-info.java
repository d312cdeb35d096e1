/// WireMock stubs: reading them, and whether they tell the truth about the provider's contract.
@NullMarked
package dev.concordat.contracts.wiremock;

import org.jspecify.annotations.NullMarked;
