/// Whether the message that was sent is the one that was received, and if not, what happened to which value.
@NullMarked
package dev.concordat.fidelity;

import org.jspecify.annotations.NullMarked;
