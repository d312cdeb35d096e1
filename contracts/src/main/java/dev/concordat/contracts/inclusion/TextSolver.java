package dev.concordat.contracts.inclusion;

import dev.concordat.contracts.language.TextLanguage;
import dev.concordat.contracts.language.Undecided;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;

/// Texts: patterns as one automaton, a length, and formats, which are not computed with but tried.
final class TextSolver implements KindSolver {
  /// Texts of the language that are shown to the validator before giving up.
  private static final int MAX_TRIED = 24;

  private final Map<String, TextLanguage> patterns = new HashMap<>();
  private final Map<Condition.Matches, TextLanguage> languages = new HashMap<>();
  private final Map<Set<Condition>, TextLanguage> together = new HashMap<>();

  @Override
  public boolean isPlain() {
    return true;
  }

  @Override
  public Outcome solve(List<Condition> conditions, Predicate<JsonValue> accepts) {
    Optional<Outcome> finite =
        Finite.solve(conditions, value -> accepts.test(value) && fits(value, conditions));
    if (finite.isPresent()) {
      return finite.get();
    }
    long min = 0;
    OptionalLong max = OptionalLong.empty();
    var formats = new HashSet<Condition>();
    for (Condition condition : conditions) {
      switch (condition) {
        case Condition.Longer(long least) -> min = Math.max(min, least);
        case Condition.Shorter(long most) ->
            max = OptionalLong.of(Math.min(most, max.orElse(Long.MAX_VALUE)));
        case Condition.HasFormat format -> formats.add(format);
        default -> {}
      }
    }
    boolean isContradiction =
        formats.stream().anyMatch(format -> formats.contains(format.negated()));
    if (isContradiction || max.orElse(Long.MAX_VALUE) < min) {
      return Outcome.NONE;
    }
    return search(conditions, min, max, accepts);
  }

  private Outcome search(
      List<Condition> conditions, long min, OptionalLong max, Predicate<JsonValue> accepts) {
    String beyond = "texts with a format or a keyword that is not computed with";
    Predicate<String> isTold = text -> true;
    Iterator<String> shortest = Collections.emptyIterator();
    try {
      TextLanguage language = language(conditions);
      shortest = language.texts(min, max, MAX_TRIED);
      if (!shortest.hasNext()) {
        return Outcome.NONE;
      }
      isTold = language::contains;
    } catch (Undecided e) {
      beyond = String.valueOf(e.getMessage());
    }
    long most = max.orElse(Long.MAX_VALUE);
    Optional<JsonValue> found =
        first(FormatSamples.asked(conditions, min).filter(isTold).iterator(), min, most, accepts);
    if (found.isEmpty()) {
      found = first(shortest, min, most, accepts);
    }
    if (found.isEmpty()) {
      found = first(FormatSamples.all(conditions).filter(isTold).iterator(), min, most, accepts);
    }
    return found.<Outcome>map(Outcome.Found::new).orElse(new Outcome.Unknown(beyond));
  }

  private static Optional<JsonValue> first(
      Iterator<String> texts, long min, long max, Predicate<JsonValue> accepts) {
    while (texts.hasNext()) {
      String text = texts.next();
      JsonValue value = new JsonString(text);
      if (isWithin(text, min, max) && accepts.test(value)) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  private static boolean isWithin(String text, long min, long max) {
    int length = text.codePointCount(0, text.length());
    return min <= length && length <= max;
  }

  /// What patterns and excluded texts leave. A pattern that is not regular is left out, which can only leave more.
  private TextLanguage language(List<Condition> conditions) throws Undecided {
    var key = new HashSet<Condition>();
    for (Condition condition : conditions) {
      if (condition instanceof Condition.Matches || condition instanceof Condition.Among) {
        key.add(condition);
      }
    }
    TextLanguage known = together.get(key);
    if (known != null) {
      return known;
    }
    TextLanguage language = TextLanguage.all();
    for (Condition condition : key) {
      if (condition instanceof Condition.Matches matches) {
        Optional<TextLanguage> one = matching(matches);
        language = one.isPresent() ? language.and(one.get()) : language;
      } else if (condition instanceof Condition.Among among) {
        language = language.and(texts(among).not());
      }
    }
    together.put(key, language);
    return language;
  }

  private static TextLanguage texts(Condition.Among among) {
    return TextLanguage.of(
        among.values().stream().map(value -> ((JsonString) value).value()).toList());
  }

  private Optional<TextLanguage> matching(Condition.Matches matches) {
    TextLanguage known = languages.get(matches);
    if (known != null) {
      return Optional.of(known);
    }
    try {
      TextLanguage made = matching(matches.pattern());
      TextLanguage signed = matches.isPositive() ? made : made.not();
      languages.put(matches, signed);
      return Optional.of(signed);
    } catch (Undecided e) {
      return Optional.empty();
    }
  }

  private TextLanguage matching(String pattern) throws Undecided {
    TextLanguage known = patterns.get(pattern);
    if (known == null) {
      known = TextLanguage.matching(pattern);
      patterns.put(pattern, known);
    }
    return known;
  }

  /// For values that are named: lengths are computed, patterns where they are regular; the rest is the validator's.
  private boolean fits(JsonValue value, List<Condition> conditions) {
    String text = ((JsonString) value).value();
    for (Condition condition : conditions) {
      boolean holds =
          switch (condition) {
            case Condition.Longer(long min) -> isWithin(text, min, Long.MAX_VALUE);
            case Condition.Shorter(long max) -> isWithin(text, 0, max);
            case Condition.Matches matches ->
                matching(matches).map(language -> language.contains(text)).orElse(true);
            default -> true;
          };
      if (!holds) {
        return false;
      }
    }
    return true;
  }
}
