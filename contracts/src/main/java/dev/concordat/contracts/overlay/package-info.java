/// OpenAPI overlays: reading them, and applying them to documents.
@NullMarked
package dev.concordat.contracts.overlay;

import org.jspecify.annotations.NullMarked;
