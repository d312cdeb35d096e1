/// Compose files (compose-spec): services, their environment and their images.
@NullMarked
package dev.concordat.environment.setup.compose;

import org.jspecify.annotations.NullMarked;
