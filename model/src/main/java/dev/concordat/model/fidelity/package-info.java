/// What two recordings of the same messages tell about what happened between them.
@NullMarked
package dev.concordat.model.fidelity;

import org.jspecify.annotations.NullMarked;
