/// Verifying a provider against a pact: what to ask it, and what to make of its answers. How requests travel is up to whoever
/// calls; nothing here opens a connection.
@NullMarked
package dev.concordat.contracts.pact.verification;

import org.jspecify.annotations.NullMarked;
