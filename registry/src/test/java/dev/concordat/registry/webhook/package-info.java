@NullMarked
package dev.concordat.registry.webhook;

import org.jspecify.annotations.NullMarked;
