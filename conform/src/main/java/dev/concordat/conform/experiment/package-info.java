/// What a run tries: single requests and sequences of them, each of which can be done again.
@NullMarked
package dev.concordat.conform.experiment;

import org.jspecify.annotations.NullMarked;
