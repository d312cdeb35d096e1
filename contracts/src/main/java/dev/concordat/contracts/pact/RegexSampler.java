package dev.concordat.contracts.pact;

import dev.concordat.contracts.pattern.SafePatterns;
import dev.concordat.contracts.pattern.Unrolled;
import dev.concordat.model.matching.PatternEngine;
import dk.brics.automaton.Automaton;
import dk.brics.automaton.RegExp;
import dk.brics.automaton.State;
import dk.brics.automaton.Transition;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Texts that match a regular expression, found by walking its automaton.
final class RegexSampler {
  /// Longest text that is made, in characters.
  private static final int MAX_LENGTH = 200;

  /// Largest automaton that is built, in states.
  private static final int MAX_STATES = 10_000;

  /// How often a walk may stop where it could go on: once in this many.
  private static final int STOP_ONE_IN = 3;

  private RegexSampler() {}

  /// A matching text; empty when the pattern needs what automata cannot do, such as look-around, or counts in counts make it huge.
  static Optional<String> sample(String pattern, RandomGenerator random) {
    if (!Unrolled.isSmall(pattern)) {
      return Optional.empty();
    }
    try {
      Automaton automaton = new RegExp(translated(pattern), RegExp.NONE).toAutomaton(false);
      automaton.removeDeadTransitions();
      if (automaton.isEmpty() || automaton.getNumberOfStates() > MAX_STATES) {
        return Optional.empty();
      }
      String text = walk(automaton.getInitialState(), random);
      boolean holds = new SafePatterns().match(pattern, text) == PatternEngine.Answer.MATCHES;
      return holds ? Optional.of(text) : Optional.ofNullable(automaton.getShortestExample(true));
    } catch (IllegalArgumentException | StackOverflowError notRegular) {
      return Optional.empty();
    }
  }

  private static String walk(State start, RandomGenerator random) {
    var text = new StringBuilder();
    State at = start;
    while (text.length() < MAX_LENGTH) {
      List<Transition> ways = at.getSortedTransitions(false);
      if (ways.isEmpty() || (at.isAccept() && random.nextInt(STOP_ONE_IN) == 0)) {
        break;
      }
      Transition way = ways.get(random.nextInt(ways.size()));
      text.append(letter(way, random));
      at = way.getDest();
    }
    return text.toString();
  }

  /// A printable character of the transition where it has one.
  private static char letter(Transition way, RandomGenerator random) {
    int from = Math.max(way.getMin(), ' ');
    int to = Math.min(way.getMax(), '~');
    return from > to ? way.getMin() : (char) random.nextInt(from, to + 1);
  }

  /// The automaton library has no character classes by letter and no anchors.
  private static String translated(String pattern) {
    var out = new StringBuilder();
    boolean inClass = false;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '\\' && i + 1 < pattern.length()) {
        out.append(escape(pattern.charAt(++i), inClass));
      } else if (!inClass && c == '(' && pattern.startsWith("(?:", i)) {
        out.append('(');
        i += 2;
      } else if (inClass || (c != '^' && c != '$')) {
        inClass = c == '[' || (inClass && c != ']');
        out.append(c);
      }
    }
    return out.toString();
  }

  private static String escape(char letter, boolean inClass) {
    String members =
        switch (letter) {
          case 'd' -> "0-9";
          case 'w' -> "a-zA-Z0-9_";
          case 's' -> " ";
          default -> "";
        };
    if (members.isEmpty()) {
      return "\\" + letter;
    }
    return inClass ? members : "[" + members + "]";
  }
}
