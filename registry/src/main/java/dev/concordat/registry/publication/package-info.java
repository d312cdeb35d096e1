/// What one version of a system publishes in our own dialect: contracts of every kind, its owner, and what was proved; and the
/// comparison of consumers' pacts with providers' contracts.
@NullMarked
package dev.concordat.registry.publication;

import org.jspecify.annotations.NullMarked;
