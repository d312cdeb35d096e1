package dev.concordat.cases.broken;

import dev.concordat.cases.value.Facts;
import dev.concordat.cases.value.TextMaker;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Breaks lengths, patterns and formats of text.
final class BrokenStrings {
  private static final int MAX_SHOWN = 40;

  private BrokenStrings() {}

  static List<Attempt> of(Facts facts, JsonValue value, String path, TextMaker maker) {
    if (!(value instanceof JsonString(String text))) {
      return List.of();
    }
    var attempts = new ArrayList<Attempt>();
    if (facts.minLength() > 0) {
      attempts.add(Attempt.of("minLength", shorter(facts, text, path, maker)));
    }
    facts
        .maxLength()
        .filter(most -> most < TextMaker.MAX_LENGTH)
        .ifPresent(
            most -> attempts.add(Attempt.of("maxLength", longer(facts, text, most, path, maker))));
    if (facts.pattern().isPresent()) {
      attempts.add(Attempt.of("pattern", unlike(text)));
    }
    facts
        .format()
        .flatMap(format -> formats(format, maker))
        .ifPresent(options -> attempts.add(Attempt.of("format", options)));
    return attempts;
  }

  private static List<Option> shorter(Facts facts, String text, String path, TextMaker maker) {
    int most = facts.minLength() - 1;
    Optional<String> matching = maker.matching(facts, 0, most, path);
    int length = text.codePointCount(0, text.length());
    String cut = text.substring(0, text.offsetByCodePoints(0, Math.min(most, length)));
    return Stream.concat(matching.stream(), Stream.of(cut.strip().isEmpty() ? "" : cut, ""))
        .map(s -> option("shorter than " + facts.minLength(), s))
        .toList();
  }

  private static List<Option> longer(
      Facts facts, String text, int most, String path, TextMaker maker) {
    Optional<String> matching = maker.matching(facts, most + 1, most + 1, path);
    int length = text.codePointCount(0, text.length());
    String filler = text.isEmpty() ? "x" : text.substring(text.offsetByCodePoints(0, length - 1));
    String padded = text + filler.strip().repeat(Math.max(1, most + 1 - length));
    return Stream.concat(matching.stream(), Stream.of(padded, "x".repeat(most + 1)))
        .map(
            s ->
                new Option(
                    "longer than " + most + " (" + s.codePointCount(0, s.length()) + " characters)",
                    new JsonString(s)))
        .toList();
  }

  private static List<Option> unlike(String text) {
    int length = text.length();
    String inner = length < 2 ? text : text.substring(1);
    return Stream.of(
            "!" + inner,
            "!".repeat(Math.max(1, length)),
            text.toLowerCase(Locale.ROOT) + "!",
            text.toLowerCase(Locale.ROOT),
            text.toUpperCase(Locale.ROOT),
            "x".repeat(Math.max(1, length)),
            "0".repeat(Math.max(1, length)),
            text + "!",
            "?")
        .map(s -> option("against its pattern", s))
        .toList();
  }

  private static Optional<List<Option>> formats(String format, TextMaker maker) {
    return maker
        .unlike(format)
        .map(texts -> texts.stream().map(s -> option("not in the format " + format, s)).toList());
  }

  private static Option option(String what, String text) {
    var value = new JsonString(text);
    String shown = text.length() > MAX_SHOWN ? text.length() + " characters" : value.toString();
    return new Option(what + " (" + shown + ")", value);
  }
}
