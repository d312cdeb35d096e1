package dev.concordat.contracts.language;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One character for all that the same sets have, those that can be read first.
final class Letters {
  /// Characters that can be read, the nicest first.
  static final String NICE =
      "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ -_.@/:";

  /// More runs of characters than this are for automata.
  private static final int MAX_LETTERS = 200;

  private final List<BitSet> classes;
  private final Map<BitSet, Integer> byClasses = new HashMap<>();
  private final List<Integer> letters = new ArrayList<>();

  Letters(List<BitSet> classes) throws Undecided {
    this.classes = classes;
    for (int i = 0; i < NICE.length(); i++) {
      add(NICE.charAt(i));
    }
    // Where no set begins or ends, characters are like the one before.
    add(0);
    add(Character.MAX_SURROGATE + 1);
    add(CodePoints.END + 1);
    for (BitSet each : classes) {
      for (int from = each.nextSetBit(0); from >= 0; ) {
        int to = each.nextClearBit(from);
        add(from);
        add(to);
        from = each.nextSetBit(to);
      }
    }
  }

  private void add(int character) throws Undecided {
    if (CodePoints.isCharacter(character)
        && byClasses.putIfAbsent(classesOf(character), letters.size()) == null) {
      if (letters.size() == MAX_LETTERS) {
        throw new Undecided("more than " + MAX_LETTERS + " kinds of characters");
      }
      letters.add(character);
    }
  }

  private BitSet classesOf(int character) {
    var of = new BitSet(classes.size());
    for (int i = 0; i < classes.size(); i++) {
      of.set(i, classes.get(i).get(character));
    }
    return of;
  }

  int count() {
    return letters.size();
  }

  int character(int letter) {
    return letters.get(letter);
  }
}
