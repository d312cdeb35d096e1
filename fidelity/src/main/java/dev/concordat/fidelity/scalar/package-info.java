/// What happened to one number, text or time on the way.
@NullMarked
package dev.concordat.fidelity.scalar;

import org.jspecify.annotations.NullMarked;
