/// The matrix: which versions of consumers and providers were verified with each other, and what follows for deploying one
/// of them, in the words of the Pact dialect.
@NullMarked
package dev.concordat.registry.matrix;

import org.jspecify.annotations.NullMarked;
