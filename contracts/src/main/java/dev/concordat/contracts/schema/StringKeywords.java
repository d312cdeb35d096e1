package dev.concordat.contracts.schema;

import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// `pattern` and `format`.
final class StringKeywords {
  private StringKeywords() {}

  static Optional<Keyword> pattern(KeywordSource source) {
    return source.text().flatMap(text -> matcher(source, text)).map(PatternKeyword::new);
  }

  /// The compiled pattern; one that is none is reported.
  static Optional<TextPattern> matcher(KeywordSource source, String text) {
    TextPattern pattern = source.schema().loader().patterns().of(text);
    if (pattern.isBroken()) {
      source.report(
          "contract/bad-pattern",
          "`" + text + "` is not a regular expression (ECMA-262): " + pattern.fault(),
          "correct it; until then it allows everything");
      return Optional.empty();
    }
    return Optional.of(pattern);
  }

  static Optional<Keyword> format(KeywordSource source) {
    boolean asserted =
        source.schema().loader().assertsFormats()
            || source.schema().resource().isAssertingFormats();
    return asserted
        ? source
            .text()
            .flatMap(name -> Formats.named(name, source.dialect()).map(FormatKeyword::new))
        : Optional.empty();
  }

  private record PatternKeyword(TextPattern pattern) implements Assertion {
    @Override
    public boolean holds(JsonValue value) {
      return !(value instanceof JsonString(String text)) || pattern.mayMatch(text);
    }

    @Override
    public void explain(JsonValue value, Check check) {
      check.fails(
          "pattern",
          value,
          Violations.shown(value) + " does not match the pattern `" + pattern.source() + "`",
          "text that matches " + pattern.source());
    }
  }

  static boolean isFormatIn(List<Keyword> keywords) {
    for (Keyword keyword : keywords) {
      if (keyword instanceof FormatKeyword) {
        return true;
      }
    }
    return false;
  }

  private record FormatKeyword(Format format) implements Assertion {
    @Override
    public boolean holds(JsonValue value) {
      if (value instanceof JsonString(String text)) {
        return format.text().test(text);
      }
      return !(value instanceof JsonNumber number) || format.number().test(number);
    }

    @Override
    public void explain(JsonValue value, Check check) {
      check.fails(
          "format",
          value,
          Violations.shown(value)
              + " is not "
              + format.phrase()
              + ", the contract wants the format "
              + format.name(),
          format.name());
    }
  }
}
