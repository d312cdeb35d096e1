/// Tests of the Pact dialect over HTTP.
@NullMarked
package dev.concordat.registry.broker;

import org.jspecify.annotations.NullMarked;
