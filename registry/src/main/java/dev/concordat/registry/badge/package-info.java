/// Badges, drawn here.
@NullMarked
package dev.concordat.registry.badge;

import org.jspecify.annotations.NullMarked;
