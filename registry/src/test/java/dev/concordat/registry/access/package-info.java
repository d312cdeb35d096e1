@NullMarked
package dev.concordat.registry.access;

import org.jspecify.annotations.NullMarked;
