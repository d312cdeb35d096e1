/// The Pact dialect: resources with links, as the clients of a Pact Broker speak it.
@NullMarked
package dev.concordat.registry.broker;

import org.jspecify.annotations.NullMarked;
