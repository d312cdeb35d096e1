/// Answering for a provider while a consumer is tested: the logic of a mock, without any server.
@NullMarked
package dev.concordat.contracts.pact.mock;

import org.jspecify.annotations.NullMarked;
