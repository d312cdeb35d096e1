@NullMarked
package dev.concordat.registry.store;

import org.jspecify.annotations.NullMarked;
