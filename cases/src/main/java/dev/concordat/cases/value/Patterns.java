package dev.concordat.cases.value;

import dev.concordat.contracts.language.Determinizer;
import dev.concordat.contracts.language.Undecided;
import dk.brics.automaton.Automaton;
import dk.brics.automaton.RegExp;
import dk.brics.automaton.State;
import dk.brics.automaton.Transition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Makes text that matches a pattern, by walking its automaton.
final class Patterns {
  private static final int MAX_STATES = 20_000;

  /// A short pattern can need billions of states.
  private static final int MAX_DETERMINISTIC = 5_000;

  private static final int MAX_STEPS = 400;

  /// A run asks for the same few patterns again and again.
  private static final int MAX_KNOWN = 1_000;

  /// Larger automata are not multiplied with lengths: that would take seconds.
  private static final int MAX_PRODUCT_STATES = 30_000;

  private static final Map<String, Optional<Automaton>> WHOLE = new ConcurrentHashMap<>();
  private static final Map<Key, Optional<Automaton>> KNOWN = new ConcurrentHashMap<>();

  private Patterns() {}

  /// The shortest text of at least the length; nothing when the pattern has no translation or no such text.
  static Optional<String> shortest(String pattern, int minLength, int maxLength) {
    // Mostly the shortest of all is long enough, and the lengths need not be put into the
    // automaton, which is costly.
    Optional<String> ofAll =
        whole(pattern)
            .map(whole -> whole.getShortestExample(true))
            .filter(s -> fits(s, minLength, maxLength));
    return ofAll.isPresent() ? ofAll : withLengths(pattern, minLength, maxLength);
  }

  private static boolean fits(String text, int minLength, int maxLength) {
    return text.length() >= minLength && text.length() <= Math.max(minLength, maxLength);
  }

  private static Optional<String> withLengths(String pattern, int minLength, int maxLength) {
    return automaton(pattern, minLength, maxLength).map(all -> all.getShortestExample(true));
  }

  /// Some text; which one is the dice's.
  static Optional<String> some(String pattern, int minLength, int maxLength, Dice dice) {
    Optional<Automaton> whole = whole(pattern);
    if (whole.isPresent() && isCostly(whole.get(), minLength, maxLength)) {
      return Optional.of(walk(whole.get(), dice))
          .filter(text -> fits(text, minLength, maxLength))
          .or(() -> shortest(pattern, minLength, maxLength));
    }
    return automaton(pattern, minLength, maxLength).map(automaton -> walk(automaton, dice));
  }

  /// The automaton of a pattern alone.
  private static Optional<Automaton> whole(String pattern) {
    Optional<Automaton> known = WHOLE.get(pattern);
    if (known == null) {
      known = PatternTranslation.of(pattern).flatMap(Patterns::compiled);
      if (WHOLE.size() < MAX_KNOWN) {
        WHOLE.put(pattern, known);
      }
    }
    return known;
  }

  private static Optional<Automaton> compiled(String translated) {
    try {
      Automaton all = deterministic(new RegExp(translated, RegExp.INTERSECTION).toAutomaton(false));
      all.removeDeadTransitions();
      return all.isEmpty() || all.getNumberOfStates() > MAX_STATES
          ? Optional.empty()
          : Optional.of(all);
    } catch (IllegalArgumentException e) {
      // The translation met a construct that it took for something else; the pattern counts as
      // untranslated.
      return Optional.empty();
    }
  }

  /// The same language, deterministic where that needs few states. Texts are found in the other kind too.
  private static Automaton deterministic(Automaton written) {
    try {
      return Determinizer.deterministic(written, MAX_DETERMINISTIC);
    } catch (Undecided tooLarge) {
      return written;
    }
  }

  /// The automaton of a pattern and its lengths; only read, so that all threads may share it.
  private static Optional<Automaton> automaton(String pattern, int minLength, int maxLength) {
    var key = new Key(pattern, minLength, maxLength);
    Optional<Automaton> known = KNOWN.get(key);
    if (known == null) {
      known = made(pattern, minLength, maxLength);
      if (KNOWN.size() < MAX_KNOWN) {
        KNOWN.put(key, known);
      }
    }
    return known;
  }

  private record Key(String pattern, int minLength, int maxLength) {}

  private static Optional<Automaton> made(String pattern, int minLength, int maxLength) {
    Optional<Automaton> whole = whole(pattern);
    if (whole.isEmpty() || isCostly(whole.get(), minLength, maxLength)) {
      return Optional.empty();
    }
    int longest = longest(minLength, maxLength);
    Automaton both = whole.get().intersection(Automaton.makeAnyChar().repeat(minLength, longest));
    both = deterministic(both);
    both.removeDeadTransitions();
    return both.isEmpty() ? Optional.empty() : Optional.of(both);
  }

  private static int longest(int minLength, int maxLength) {
    return Math.min(Math.max(minLength, maxLength), MAX_STEPS);
  }

  private static boolean isCostly(Automaton whole, int minLength, int maxLength) {
    return minLength > MAX_STEPS
        || (long) whole.getNumberOfStates() * longest(minLength, maxLength) > MAX_PRODUCT_STATES;
  }

  /// A walk that ends at the first accepting state where the dice says so, and at the latest where there is no way on.
  private static String walk(Automaton automaton, Dice dice) {
    var text = new StringBuilder();
    State state = automaton.getInitialState();
    while (true) {
      List<Transition> ways = state.getSortedTransitions(false);
      if (ways.isEmpty() || (state.isAccept() && dice.below(3) == 0)) {
        return text.toString();
      }
      Transition way = dice.oneOf(ways);
      int span = way.getMax() - way.getMin() + 1;
      text.append((char) (way.getMin() + dice.below(span)));
      state = way.getDest();
    }
  }
}
