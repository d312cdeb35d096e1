/// Whether a request is one that a stub answers, and how near it comes.
@NullMarked
package dev.concordat.standin.wiremock.match;

import org.jspecify.annotations.NullMarked;
