/// The addresses of what the Pact dialect serves.
@NullMarked
package dev.concordat.registry.link;

import org.jspecify.annotations.NullMarked;
