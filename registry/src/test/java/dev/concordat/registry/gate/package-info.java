@NullMarked
package dev.concordat.registry.gate;

import org.jspecify.annotations.NullMarked;
