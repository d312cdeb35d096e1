@NullMarked
package dev.concordat.registry.notify;

import org.jspecify.annotations.NullMarked;
