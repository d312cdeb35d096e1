@NullMarked
package dev.concordat.registry;

import org.jspecify.annotations.NullMarked;
