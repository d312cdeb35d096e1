/// The gate: may these versions meet those versions, told from evidence.
@NullMarked
package dev.concordat.registry.gate;

import org.jspecify.annotations.NullMarked;
