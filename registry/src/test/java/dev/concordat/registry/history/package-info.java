@NullMarked
package dev.concordat.registry.history;

import org.jspecify.annotations.NullMarked;
