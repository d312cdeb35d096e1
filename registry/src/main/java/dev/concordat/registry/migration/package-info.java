/// Copies everything that a running broker keeps into a registry, over the HTTP API of both.
@NullMarked
package dev.concordat.registry.migration;

import org.jspecify.annotations.NullMarked;
