/// The registry: contracts, versions, verifications and deployments, and the questions about them.
@NullMarked
package dev.concordat.registry;

import org.jspecify.annotations.NullMarked;
