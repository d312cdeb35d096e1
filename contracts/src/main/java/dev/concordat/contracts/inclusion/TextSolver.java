package dev.concordat.contracts.inclusion;

import dev.concordat.contracts.language.PlainTexts;
import dev.concordat.contracts.language.TextLanguage;
import dev.concordat.contracts.language.Undecided;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Texts: patterns, a length, and formats, which are not computed with but tried. The first text of plain patterns is written
/// as they say; automata are made where that one will not do.
final class TextSolver implements KindSolver {
  /// Texts of the language that are shown to the validator before giving up.
  private static final int MAX_TRIED = 24;

  private final Map<String, TextLanguage> patterns = new HashMap<>();
  private final Map<Condition.Matches, TextLanguage> languages = new HashMap<>();
  private final Map<Set<Condition>, TextLanguage> together = new HashMap<>();
  private final Map<Set<Condition>, Optional<PlainTexts>> plain = new HashMap<>();

  @Override
  public boolean isPlain() {
    return true;
  }

  private Optional<Outcome> finite(List<Condition> conditions, Predicate<JsonValue> accepts) {
    return Finite.solve(conditions, value -> accepts.test(value) && fits(value, conditions));
  }

  @Override
  public Outcome solve(List<Condition> conditions, Predicate<JsonValue> accepts) {
    Optional<Outcome> finite = finite(conditions, accepts);
    if (finite.isPresent()) {
      return finite.get();
    }
    Sizes sizes = Sizes.of(conditions);
    if (sizes.isNone()) {
      return Outcome.NONE;
    }
    Outcome first = first(conditions, sizes, accepts);
    return first == null ? search(conditions, sizes, accepts) : first;
  }

  @Override
  public boolean isNone(List<Condition> conditions, Predicate<JsonValue> accepts) {
    Optional<Outcome> finite = finite(conditions, accepts);
    if (finite.isPresent()) {
      return finite.get() instanceof Outcome.None;
    }
    Sizes sizes = Sizes.of(conditions);
    return sizes.isNone() || isNone(conditions, sizes);
  }

  private boolean isNone(List<Condition> conditions, Sizes sizes) {
    Optional<PlainTexts> texts = plain(patternsAndNamed(conditions));
    try {
      if (texts.isPresent()) {
        return texts.get().first(sizes.min(), sizes.max()).isEmpty();
      }
    } catch (Undecided e) {
      // Automata may tell.
    }
    try {
      return !language(conditions).texts(sizes.min(), sizes.max(), 1).hasNext();
    } catch (Undecided e) {
      return false;
    }
  }

  /// That there is none, or the text that a search would show to the validator first; null where the validator does not take
  /// it, or patterns are not plain.
  private @Nullable Outcome first(
      List<Condition> conditions, Sizes sizes, Predicate<JsonValue> accepts) {
    Optional<PlainTexts> texts = plain(patternsAndNamed(conditions));
    if (texts.isEmpty()) {
      return null;
    }
    try {
      Optional<String> shortest = texts.get().first(sizes.min(), sizes.max());
      if (shortest.isEmpty()) {
        return Outcome.NONE;
      }
      List<String> some = FormatSamples.asked(conditions, sizes.min());
      some.removeIf(text -> !texts.get().contains(text));
      some.add(shortest.get());
      Optional<JsonValue> found = first(some.iterator(), sizes, accepts);
      return found.isPresent() ? new Outcome.Found(found.get()) : null;
    } catch (Undecided e) {
      return null;
    }
  }

  private Optional<PlainTexts> plain(Set<Condition> conditions) {
    Optional<PlainTexts> known = plain.get(conditions);
    if (known == null) {
      known = plainly(conditions);
      plain.put(conditions, known);
    }
    return known;
  }

  private static Optional<PlainTexts> plainly(Set<Condition> conditions) {
    var matched = new ArrayList<String>();
    var unmatched = new ArrayList<String>();
    var excluded = new ArrayList<String>();
    for (Condition condition : conditions) {
      if (condition instanceof Condition.Matches(String pattern, boolean isPositive)) {
        (isPositive ? matched : unmatched).add(pattern);
      } else if (condition instanceof Condition.Among among) {
        excluded.addAll(named(among));
      }
    }
    try {
      return Optional.of(PlainTexts.of(matched, unmatched, excluded));
    } catch (Undecided e) {
      return Optional.empty();
    }
  }

  private Outcome search(List<Condition> conditions, Sizes sizes, Predicate<JsonValue> accepts) {
    String beyond = "texts with a format or a keyword that is not computed with";
    Predicate<String> isTold = text -> true;
    Iterator<String> shortest = Collections.emptyIterator();
    try {
      TextLanguage language = language(conditions);
      shortest = language.texts(sizes.min(), sizes.max(), MAX_TRIED);
      if (!shortest.hasNext()) {
        return Outcome.NONE;
      }
      isTold = language::contains;
    } catch (Undecided e) {
      beyond = String.valueOf(e.getMessage());
    }
    Optional<JsonValue> found =
        first(
            FormatSamples.asked(conditions, sizes.min()).stream().filter(isTold).iterator(),
            sizes,
            accepts);
    if (found.isEmpty()) {
      found = first(shortest, sizes, accepts);
    }
    if (found.isEmpty()) {
      found = first(FormatSamples.all(conditions).filter(isTold).iterator(), sizes, accepts);
    }
    return found.<Outcome>map(Outcome.Found::new).orElse(new Outcome.Unknown(beyond));
  }

  private static Optional<JsonValue> first(
      Iterator<String> texts, Sizes sizes, Predicate<JsonValue> accepts) {
    while (texts.hasNext()) {
      String text = texts.next();
      JsonValue value = new JsonString(text);
      if (sizes.have(text) && accepts.test(value)) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  /// What patterns and excluded texts leave. A pattern that is not regular is left out, which can only leave more.
  private TextLanguage language(List<Condition> conditions) throws Undecided {
    Set<Condition> key = patternsAndNamed(conditions);
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
        language = language.and(TextLanguage.of(named(among)).not());
      }
    }
    together.put(key, language);
    return language;
  }

  private static Set<Condition> patternsAndNamed(List<Condition> conditions) {
    var some = new HashSet<Condition>();
    for (Condition condition : conditions) {
      if (condition instanceof Condition.Matches || condition instanceof Condition.Among) {
        some.add(condition);
      }
    }
    return some;
  }

  private static List<String> named(Condition.Among among) {
    var texts = new ArrayList<String>(among.values().size());
    for (JsonValue value : among.values()) {
      texts.add(((JsonString) value).value());
    }
    return texts;
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
    int length = text.codePointCount(0, text.length());
    for (Condition condition : conditions) {
      boolean holds =
          switch (condition) {
            case Condition.Longer(long min) -> length >= min;
            case Condition.Shorter(long max) -> length <= max;
            case Condition.Matches matches -> isMatch(text, matches);
            default -> true;
          };
      if (!holds) {
        return false;
      }
    }
    return true;
  }

  private boolean isMatch(String text, Condition.Matches matches) {
    Optional<PlainTexts> texts = plain(Set.of(matches));
    return texts.isPresent()
        ? texts.get().contains(text)
        : matching(matches).map(language -> language.contains(text)).orElse(true);
  }
}
