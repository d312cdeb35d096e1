/// Comparing a value with an example and matching rules, as the Pact specification defines it; no I/O.
@NullMarked
package dev.concordat.model.matching;

import org.jspecify.annotations.NullMarked;
