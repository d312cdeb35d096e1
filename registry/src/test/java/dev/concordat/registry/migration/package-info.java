@NullMarked
package dev.concordat.registry.migration;

import org.jspecify.annotations.NullMarked;
