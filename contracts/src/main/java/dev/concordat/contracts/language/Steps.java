package dev.concordat.contracts.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;

/// Terms as places, from each of which one character leads on (Thompson's construction, CACM 11/6, 1968).
final class Steps {
  /// Most places; larger patterns are for automata.
  private static final int MAX_PLACES = 2_000;

  private static final int NOWHERE = -1;

  /// The set of characters that leads on from a place; none where one goes on without a character, or where a term ends.
  private int[] sets = new int[64];

  private int[] next = new int[64];
  private int[] other = new int[64];
  private int count;
  private final List<BitSet> classes = new ArrayList<>();
  private final IdentityHashMap<Term.One, Integer> known = new IdentityHashMap<>();

  /// The different sets of characters.
  List<BitSet> classes() {
    return classes;
  }

  int count() {
    return count;
  }

  /// The place where a term ends.
  int end() throws Undecided {
    return place(NOWHERE, NOWHERE, NOWHERE);
  }

  /// Adds a term before a place.
  ///
  /// @return the place where it begins
  int add(Term term, int then) throws Undecided {
    return switch (term) {
      case Term.One one -> place(number(one), then, NOWHERE);
      case Term.Sequence(List<Term> terms) -> {
        int first = then;
        for (Term each : terms.reversed()) {
          first = add(each, first);
        }
        yield first;
      }
      case Term.Choice(List<Term> terms) -> {
        int first = add(terms.getLast(), then);
        for (int i = terms.size() - 2; i >= 0; i--) {
          first = place(NOWHERE, add(terms.get(i), then), first);
        }
        yield first;
      }
      case Term.Times(Term each, int min, int max) -> times(each, min, max, then);
      case Term.Anchor ignored -> throw new Undecided("an anchor inside");
    };
  }

  private int times(Term term, int min, int max, int then) throws Undecided {
    if (max < min) {
      return place(NOWHERE, NOWHERE, NOWHERE);
    }
    int first = then;
    if (max == Term.Times.ENDLESS) {
      first = place(NOWHERE, NOWHERE, then);
      next[first] = add(term, first);
    } else {
      for (int i = min; i < max; i++) {
        first = place(NOWHERE, add(term, first), then);
      }
    }
    for (int i = 0; i < min; i++) {
      first = add(term, first);
    }
    return first;
  }

  private int place(int set, int then, int orElse) throws Undecided {
    if (count == MAX_PLACES) {
      throw new Undecided("more than " + MAX_PLACES + " places");
    }
    if (count == sets.length) {
      sets = Arrays.copyOf(sets, 2 * count);
      next = Arrays.copyOf(next, 2 * count);
      other = Arrays.copyOf(other, 2 * count);
    }
    sets[count] = set;
    next[count] = then;
    other[count] = orElse;
    return count++;
  }

  private int number(Term.One one) {
    Integer number = known.get(one);
    if (number == null) {
      int same = classes.indexOf(one.characters());
      number = same < 0 ? classes.size() : same;
      if (same < 0) {
        classes.add(one.characters());
      }
      known.put(one, number);
    }
    return number;
  }

  /// Adds a place with all to which one goes on without a character.
  void enter(int place, BitSet all) {
    if (place == NOWHERE || all.get(place)) {
      return;
    }
    all.set(place);
    if (sets[place] == NOWHERE) {
      enter(next[place], all);
      enter(other[place], all);
    }
  }

  /// Where one is after a character.
  BitSet after(BitSet places, int character) {
    var all = new BitSet(count);
    for (int i = places.nextSetBit(0); i >= 0; i = places.nextSetBit(i + 1)) {
      if (sets[i] != NOWHERE && classes.get(sets[i]).get(character)) {
        enter(next[i], all);
      }
    }
    return all;
  }
}
