@NullMarked
package dev.concordat.registry.verification;

import org.jspecify.annotations.NullMarked;
