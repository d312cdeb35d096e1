/// Pact files of every version: reading them, and judging messages against them.
@NullMarked
package dev.concordat.contracts.pact;

import org.jspecify.annotations.NullMarked;
