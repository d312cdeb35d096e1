package dev.concordat.contracts.language;

import dk.brics.automaton.Automaton;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Sets of characters as automata over UTF-16, in which a character beyond U+FFFF is a pair. Surrogates on their own are no
/// characters; neither are the two non-characters that stand for the ends of a text while a pattern is translated.
final class CodePoints {
  static final char START = '\ufdd0';
  static final char END = '\ufdd1';

  private static final int FIRST_ASTRAL = 0x10000;
  private static final int LAST = 0x10FFFF;
  private static final int SURROGATES = Character.MAX_SURROGATE - Character.MIN_SURROGATE + 1;

  private CodePoints() {}

  /// All characters.
  static BitSet all() {
    var all = new BitSet(LAST + 1);
    all.set(0, LAST + 1);
    return onlyCharacters(all);
  }

  /// A text of all code points but the surrogates, in order.
  static String everyCharacter() {
    var text = new StringBuilder(2 * LAST);
    for (int c = 0; c <= LAST; c++) {
      if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) {
        text.appendCodePoint(c);
      }
    }
    return text.toString();
  }

  /// The code point of which a part stands at an index of that text.
  static int at(int index) {
    if (index < Character.MIN_SURROGATE) {
      return index;
    }
    int skipped = index + SURROGATES;
    return skipped < FIRST_ASTRAL ? skipped : FIRST_ASTRAL + (skipped - FIRST_ASTRAL) / 2;
  }

  /// Whether it may stand in a text.
  static boolean isCharacter(int c) {
    boolean isSurrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    return c <= LAST && !isSurrogate && c != START && c != END;
  }

  static BitSet range(int from, int to) {
    var set = new BitSet();
    set.set(from, to + 1);
    return onlyCharacters(set);
  }

  static BitSet complement(BitSet set) {
    BitSet others = all();
    others.andNot(set);
    return others;
  }

  private static BitSet onlyCharacters(BitSet set) {
    set.clear(Character.MIN_SURROGATE, Character.MAX_SURROGATE + 1);
    set.clear(START);
    set.clear(END);
    return set;
  }

  /// The texts of one character of the set.
  static Automaton automaton(BitSet set) {
    List<Automaton> parts = new ArrayList<>();
    for (int from = set.nextSetBit(0); from >= 0; ) {
      int to = set.nextClearBit(from) - 1;
      addRange(parts, from, to);
      from = set.nextSetBit(to + 1);
    }
    return parts.isEmpty() ? Automaton.makeEmpty() : Automaton.union(parts);
  }

  private static void addRange(List<Automaton> parts, int from, int to) {
    if (from < FIRST_ASTRAL) {
      parts.add(Automaton.makeCharRange((char) from, (char) Math.min(to, Character.MAX_VALUE)));
    }
    if (to >= FIRST_ASTRAL) {
      addPairs(parts, Math.max(from, FIRST_ASTRAL), to);
    }
  }

  /// Pairs with one high surrogate each at both ends, and whole blocks between.
  private static void addPairs(List<Automaton> parts, int from, int to) {
    char high = Character.highSurrogate(from);
    char lastHigh = Character.highSurrogate(to);
    if (high == lastHigh) {
      parts.add(pairs(high, high, Character.lowSurrogate(from), Character.lowSurrogate(to)));
      return;
    }
    parts.add(pairs(high, high, Character.lowSurrogate(from), Character.MAX_LOW_SURROGATE));
    if (high + 1 < lastHigh) {
      parts.add(
          pairs(
              (char) (high + 1),
              (char) (lastHigh - 1),
              Character.MIN_LOW_SURROGATE,
              Character.MAX_LOW_SURROGATE));
    }
    parts.add(pairs(lastHigh, lastHigh, Character.MIN_LOW_SURROGATE, Character.lowSurrogate(to)));
  }

  private static Automaton pairs(char highFrom, char highTo, char lowFrom, char lowTo) {
    return Automaton.makeCharRange(highFrom, highTo)
        .concatenate(Automaton.makeCharRange(lowFrom, lowTo));
  }
}
