@NullMarked
package dev.concordat.registry.speed;

import org.jspecify.annotations.NullMarked;
