/// Stubs, requests and states of one test, apart from those of others on the same server.
@NullMarked
package dev.concordat.standin.wiremock.space;

import org.jspecify.annotations.NullMarked;
