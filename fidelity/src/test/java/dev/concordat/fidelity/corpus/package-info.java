/// Silent corruptions and harmless rewritings, done by a gateway between two observed ends.
@NullMarked
package dev.concordat.fidelity.corpus;

import org.jspecify.annotations.NullMarked;
