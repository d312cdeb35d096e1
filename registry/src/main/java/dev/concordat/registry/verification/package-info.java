/// Pacts for verification: which contents a provider is to verify now, why, and whether a failure counts.
@NullMarked
package dev.concordat.registry.verification;

import org.jspecify.annotations.NullMarked;
