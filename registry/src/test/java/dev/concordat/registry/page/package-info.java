@NullMarked
package dev.concordat.registry.page;

import org.jspecify.annotations.NullMarked;
