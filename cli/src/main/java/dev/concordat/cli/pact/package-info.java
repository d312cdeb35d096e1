/// `concordat verify`: a running provider against the pacts of its consumers.
@NullMarked
package dev.concordat.cli.pact;

import org.jspecify.annotations.NullMarked;
