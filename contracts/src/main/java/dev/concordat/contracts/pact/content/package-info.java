/// Comparing bodies by their media type under Pact's matching rules.
@NullMarked
package dev.concordat.contracts.pact.content;

import org.jspecify.annotations.NullMarked;
