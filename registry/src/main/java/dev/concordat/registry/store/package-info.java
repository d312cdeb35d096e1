/// The tables, and how to reach them.
@NullMarked
package dev.concordat.registry.store;

import org.jspecify.annotations.NullMarked;
