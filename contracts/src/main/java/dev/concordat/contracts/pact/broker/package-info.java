/// Talking to a Pact Broker: which pacts to verify, and what came of it.
@NullMarked
package dev.concordat.contracts.pact.broker;

import org.jspecify.annotations.NullMarked;
