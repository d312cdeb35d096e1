package dev.concordat.cases.pattern;

import dev.concordat.cases.pattern.Effort.TooCostly;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntUnaryOperator;

/// Makes text that matches a pattern. No automaton is made: it would need a state for every count of a repetition, and one
/// for each sum of counts where it is made deterministic. Whoever asks checks the text: look-around is not looked at.
public final class Patterns {
  /// Longer text is not made, in characters.
  private static final int MAX_LENGTH = 100_000;

  /// The work for one text; a tenth of a second.
  private static final long MAX_STEPS = 20_000_000;

  /// Beyond the shortest text, so many more characters are looked at first.
  private static final int SLACK = 64;

  private static final String ANY = "[0-9A-Za-z]*";

  /// Texts with as many characters are seldom the same by chance.
  private static final int TELLING = 6;

  private static final int GROWTH = 8;

  /// A run asks for the same few patterns again and again.
  private static final int MAX_KNOWN = 1_000;

  /// Lengths of longer texts are found anew each time.
  private static final int MAX_KEPT_LENGTH = 1_024;

  private static final Map<String, Optional<Form>> FORMS = new ConcurrentHashMap<>();
  private static final Map<Key, Measured> MEASURED = new ConcurrentHashMap<>();

  private Patterns() {}

  private record Key(String pattern, int bound) {}

  /// The shortest text of at least the length; nothing when the pattern is not read or has no such text.
  public static Optional<String> shortest(String pattern, int minLength, int maxLength) {
    return text(pattern, minLength, maxLength, below -> 0, new Effort(MAX_STEPS));
  }

  /// Some text, mostly not of so few characters that another would be the same by chance. Which one is the choice's, which
  /// gives a number from 0 to below the one it is given.
  public static Optional<String> some(
      String pattern, int minLength, int maxLength, IntUnaryOperator choice) {
    boolean mayBeShort = minLength >= TELLING || maxLength < TELLING || choice.applyAsInt(4) == 0;
    Optional<String> telling =
        mayBeShort
            ? Optional.empty()
            : exactly(pattern, TELLING, maxLength, choice, new Effort(MAX_STEPS));
    return telling.isPresent()
        ? telling
        : text(pattern, minLength, maxLength, choice, new Effort(MAX_STEPS));
  }

  /// Where all that the pattern says is too short, more may stand behind it, unless the pattern forbids that.
  static Optional<String> text(
      String pattern, int minLength, int maxLength, IntUnaryOperator choice, Effort effort) {
    return exactly(pattern, minLength, maxLength, choice, effort)
        .or(
            () ->
                pattern.endsWith("$")
                    ? Optional.empty()
                    : exactly("(?:" + pattern + ")" + ANY, minLength, maxLength, choice, effort));
  }

  private static Optional<String> exactly(
      String pattern, int minLength, int maxLength, IntUnaryOperator choice, Effort effort) {
    Optional<Form> form = form(pattern);
    int most = Math.min(Math.max(minLength, maxLength), MAX_LENGTH);
    if (form.isEmpty() || form.get().shortest() > most || minLength > most) {
      return Optional.empty();
    }
    try {
      for (int bound = bound(Math.max(minLength, form.get().shortest())); ; bound *= GROWTH) {
        Measured measured = measured(pattern, form.get(), Math.min(bound, MAX_LENGTH), effort);
        BigInteger lengths = measured.lengths().shiftRight(minLength);
        int length = length(lengths, most - minLength, choice);
        if (length >= 0) {
          return Optional.of(new Writing(choice, effort).text(measured, minLength + length));
        }
        if (bound >= most) {
          return Optional.empty();
        }
      }
    } catch (TooCostly tooCostly) {
      return Optional.empty();
    }
  }

  private static Optional<Form> form(String pattern) {
    Optional<Form> known = FORMS.get(pattern);
    if (known == null) {
      known = FormReader.read(pattern);
      if (FORMS.size() < MAX_KNOWN) {
        FORMS.put(pattern, known);
      }
    }
    return known;
  }

  /// A power of two, so that near lengths share what is known.
  private static int bound(int length) {
    return 2 * Integer.highestOneBit(length + SLACK);
  }

  private static Measured measured(String pattern, Form form, int bound, Effort effort)
      throws TooCostly {
    var key = new Key(pattern, bound);
    Measured known = MEASURED.get(key);
    if (known == null) {
      known = new Measuring(bound, effort).of(form);
      if (bound <= MAX_KEPT_LENGTH && MEASURED.size() < MAX_KNOWN) {
        MEASURED.put(key, known);
      }
    }
    return known;
  }

  /// A short one mostly: at each length that is possible, one choice of three ends.
  private static int length(BigInteger lengths, int most, IntUnaryOperator choice) {
    int chosen = -1;
    for (int next = lengths.getLowestSetBit(); next >= 0 && next <= most; ) {
      chosen = next;
      if (choice.applyAsInt(3) == 0) {
        return chosen;
      }
      int further = lengths.shiftRight(next + 1).getLowestSetBit();
      next = further < 0 ? -1 : next + 1 + further;
    }
    return chosen;
  }
}
