package dev.concordat.cases.pattern;

import java.util.BitSet;
import java.util.stream.IntStream;

/// Some of the characters that a part of a pattern stands for: those that travel well, where it has any.
final class Letters {
  /// So many are kept of a set in which no character is plain.
  private static final int MAX_KEPT = 256;

  /// A set with more characters says what is not wanted; letters and digits stand for the others.
  private static final int MAX_NAMED = 1_000;

  private static final BitSet PRINTABLE = span(' ', '~');
  private static final BitSet PLAIN = plain();
  private static final BitSet HYPHEN = span('-', '-');

  private final int[] codePoints;

  private Letters(IntStream codePoints) {
    this.codePoints = codePoints.limit(MAX_KEPT).toArray();
  }

  /// At least one, where the set has any.
  static Letters of(BitSet all) {
    BitSet kept = all;
    if (all.cardinality() > MAX_NAMED && all.intersects(PLAIN)) {
      kept = both(all, PLAIN);
    } else if (all.cardinality() > MAX_NAMED && all.intersects(HYPHEN)) {
      kept = HYPHEN;
    } else if (all.intersects(PRINTABLE)) {
      kept = both(all, PRINTABLE);
    }
    return new Letters(kept.stream());
  }

  int count() {
    return codePoints.length;
  }

  int get(int index) {
    return codePoints[index];
  }

  private static BitSet both(BitSet one, BitSet other) {
    var both = (BitSet) one.clone();
    both.and(other);
    return both;
  }

  private static BitSet span(char first, char last) {
    var span = new BitSet();
    span.set(first, last + 1);
    return span;
  }

  private static BitSet plain() {
    BitSet plain = span('0', '9');
    plain.or(span('A', 'Z'));
    plain.or(span('a', 'z'));
    return plain;
  }
}
