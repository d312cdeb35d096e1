/// A registry as one file, and back.
@NullMarked
package dev.concordat.registry.backup;

import org.jspecify.annotations.NullMarked;
