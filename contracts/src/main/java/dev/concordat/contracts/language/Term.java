package dev.concordat.contracts.language;

import java.util.BitSet;
import java.util.List;

/// A regular expression, read.
sealed interface Term {
  /// One character of a set. The set must not be changed.
  record One(BitSet characters) implements Term {}

  record Sequence(List<Term> terms) implements Term {}

  record Choice(List<Term> terms) implements Term {}

  /// A term so many times.
  ///
  /// @param max {@link #ENDLESS} for no most
  record Times(Term term, int min, int max) implements Term {
    static final int ENDLESS = Integer.MAX_VALUE;
  }

  /// Where a text begins, or ends.
  record Anchor(boolean isStart) implements Term {}
}
