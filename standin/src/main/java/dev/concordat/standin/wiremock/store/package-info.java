/// The stubs of a server, found by index, and the states of their scenarios.
@NullMarked
package dev.concordat.standin.wiremock.store;

import org.jspecify.annotations.NullMarked;
