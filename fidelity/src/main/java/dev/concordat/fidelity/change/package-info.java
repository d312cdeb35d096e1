/// The kinds of changes that a value, a message or a list of messages can undergo between two ends.
@NullMarked
package dev.concordat.fidelity.change;

import org.jspecify.annotations.NullMarked;
