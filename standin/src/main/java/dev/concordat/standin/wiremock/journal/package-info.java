/// The requests that were received, bounded.
@NullMarked
package dev.concordat.standin.wiremock.journal;

import org.jspecify.annotations.NullMarked;
