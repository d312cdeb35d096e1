/// Texts that keep a pattern, made without an automaton of it.
@NullMarked
package dev.concordat.cases.pattern;

import org.jspecify.annotations.NullMarked;
