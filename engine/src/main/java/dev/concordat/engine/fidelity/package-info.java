/// Follows values through running systems: learns which place carries which value onwards, sends values that tend to
/// break, and names the first system that changed one.
@NullMarked
package dev.concordat.engine.fidelity;

import org.jspecify.annotations.NullMarked;
