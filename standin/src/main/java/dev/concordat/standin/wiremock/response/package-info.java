/// What stubs answer, as it goes on the wire.
@NullMarked
package dev.concordat.standin.wiremock.response;

import org.jspecify.annotations.NullMarked;
