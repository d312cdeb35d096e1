@NullMarked
package dev.concordat.registry.backup;

import org.jspecify.annotations.NullMarked;
