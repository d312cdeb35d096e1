package dev.concordat.compare.need;

import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.matching.MatchingRule;
import java.util.Optional;

/// Dates and times in formats of Java's pattern letters, as JSON Schema can say them.
final class Moments {
  private Moments() {}

  static Bounds of(MatchingRule.Temporal rule, JsonValue expected) {
    Optional<String> named = named(rule.effectiveFormat());
    if (named.isPresent()) {
      JsonObject schema = Terms.type("string").with("format", new JsonString(named.get()));
      return Bounds.exactly(schema);
    }
    // A text of the right outline may still be no moment: 30 February.
    JsonValue over =
        outline(rule.effectiveFormat())
            .<JsonValue>map(Terms::pattern)
            .orElseGet(() -> Terms.type("string"));
    return new Bounds(over, Terms.one(expected));
  }

  /// The format of JSON Schema that means the same to people: whether seconds have a fraction, and how the offset is
  /// written, is a matter of the test's example and hardly of the consumer.
  private static Optional<String> named(String format) {
    String plain = format.replace("'T'", "T").replace("'Z'", "Z");
    if (plain.equals("yyyy-MM-dd")) {
      return Optional.of("date");
    }
    boolean isMoment =
        plain.matches("yyyy-MM-dd(T| )HH:mm:ss([.,]?S{1,9}|\\[[.]S+])?(X{1,3}|Z{1,5}|x{1,3}|VV)");
    return isMoment && plain.indexOf('T') > 0 ? Optional.of("date-time") : Optional.empty();
  }

  /// A pattern that every text of the format matches; empty where a letter is not known.
  private static Optional<String> outline(String format) {
    var out = new StringBuilder("^");
    for (int i = 0; i < format.length(); ) {
      char c = format.charAt(i);
      if (c == '\'') {
        int end = format.indexOf('\'', i + 1);
        if (end < 0) {
          return Optional.empty();
        }
        out.append(TextLanguages.quoted(end == i + 1 ? "'" : format.substring(i + 1, end)));
        i = end + 1;
        continue;
      }
      int run = i;
      while (run < format.length() && format.charAt(run) == c) {
        run++;
      }
      Optional<String> piece = piece(c, format.substring(i, run));
      if (piece.isEmpty()) {
        return Optional.empty();
      }
      out.append(piece.get());
      i = run;
    }
    return Optional.of(out.append('$').toString());
  }

  private static Optional<String> piece(char letter, String run) {
    int count = run.length();
    boolean isLetter = Character.isLetter(letter);
    if (!isLetter) {
      return "[]{}#".indexOf(letter) >= 0
          ? Optional.empty()
          : Optional.of(TextLanguages.quoted(run));
    }
    return switch (letter) {
      case 'y', 'u' -> Optional.of(count == 2 ? "[0-9]{2}" : "-?[0-9]{" + count + ",19}");
      case 'M', 'L', 'd', 'D', 'H', 'h', 'k', 'K', 'm', 's', 'n', 'N' ->
          count > 2 && (letter == 'M' || letter == 'L')
              ? Optional.of("[A-Za-z]+")
              : Optional.of("[0-9]{" + count + ",19}");
      case 'S' -> Optional.of("[0-9]{" + count + "}");
      case 'a', 'E' -> Optional.of("[A-Za-z]+");
      case 'X', 'x', 'Z', 'z', 'V', 'O' -> Optional.of("[A-Za-z0-9+:/_-]+");
      default -> Optional.empty();
    };
  }
}
