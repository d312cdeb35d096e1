package dev.concordat.drift.request;

import dev.concordat.contracts.language.TextLanguage;
import dev.concordat.contracts.language.Undecided;
import dev.concordat.contracts.stub.TextPatterns;
import dev.concordat.contracts.stub.ValuePattern;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/// Texts that satisfy a pattern.
final class PatternValues {
  /// What values often look like; taken before what an automaton would say.
  private static final List<String> USUAL =
      List.of(
          "1",
          "42",
          "1001",
          "a",
          "abc",
          "ABC",
          "A1",
          "abc-123",
          "true",
          "2026-01-01",
          "2026-01-01T00:00:00Z",
          "00000000-0000-4000-8000-000000000001",
          "someone@example.org");

  /// How many texts of a regular expression are tried.
  private static final int MAX_EXAMPLES = 8;

  private static final int MAX_TRIED = 5_000;

  private final TextPatterns patterns = new TextPatterns();

  /// A text that the pattern accepts; empty where none was found.
  ///
  /// @param hints texts that are better than others, the best first
  Optional<String> of(ValuePattern pattern, Stream<String> hints) {
    Optional<String> only = pattern.onlyText();
    if (only.isPresent()) {
      return only;
    }
    return Stream.concat(hints, Stream.concat(USUAL.stream(), own(pattern).stream()))
        .limit(MAX_TRIED)
        .filter(text -> patterns.accepts(pattern, text))
        .findFirst();
  }

  boolean accepts(ValuePattern pattern, String text) {
    return patterns.accepts(pattern, text);
  }

  /// Texts that the pattern itself suggests; not all of them need satisfy it.
  private static Set<String> own(ValuePattern pattern) {
    Set<String> found = new LinkedHashSet<>();
    switch (pattern) {
      case ValuePattern.Text text -> found.add(text.text());
      case ValuePattern.Regex regex -> found.addAll(examples(regex));
      case ValuePattern.Glob(String glob) -> {
        found.add(glob.replace("*", "1"));
        found.add(glob.replace("*", ""));
      }
      case ValuePattern.PathTemplate(String template) ->
          found.add(template.replaceAll("\\{[^{}/]*}", "1"));
      case ValuePattern.AllOf(var all) -> all.forEach(each -> found.addAll(own(each)));
      case ValuePattern.AnyOf(var any) -> any.forEach(each -> found.addAll(own(each)));
      case ValuePattern.Several(var ignored, var each) -> each.forEach(it -> found.addAll(own(it)));
      case ValuePattern.Not ignored -> found.add("concordat");
      case ValuePattern.Presence ignored -> found.add("1");
      case ValuePattern.Json(var expected, var ignoredOrder, var ignoredExtra) ->
          found.add(expected.toString());
      case ValuePattern.Xml(String xml) -> found.add(xml);
      case ValuePattern.Binary ignored -> {}
      case ValuePattern.JsonPath ignored -> {}
      case ValuePattern.XPath ignored -> {}
      case ValuePattern.JsonSchema ignored -> {}
      case ValuePattern.Other ignored -> {}
    }
    return found;
  }

  private static List<String> examples(ValuePattern.Regex regex) {
    String pattern = regex.isWhole() ? "^(?:" + regex.pattern() + ")$" : regex.pattern();
    try {
      return TextLanguage.matching(pattern).examples(1, OptionalLong.empty(), MAX_EXAMPLES);
    } catch (Undecided notRegular) {
      return List.of();
    }
  }
}
