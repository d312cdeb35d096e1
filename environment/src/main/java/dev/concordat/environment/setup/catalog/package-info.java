/// Backstage catalogues (catalog-info.yaml): components, APIs and their owners.
@NullMarked
package dev.concordat.environment.setup.catalog;

import org.jspecify.annotations.NullMarked;
