package dev.concordat.contracts.stub;

import dev.concordat.contracts.pattern.SafePatterns;
import dev.concordat.model.matching.PatternEngine;
import java.util.Locale;
import java.util.regex.Pattern;

/// Whether a text is like a pattern, for the patterns that look at text only.
public final class TextPatterns {
  private final SafePatterns engine = new SafePatterns();

  /// No for patterns that look into JSON, XML or bytes, and for those only their tool knows.
  public boolean accepts(ValuePattern pattern, String text) {
    return switch (pattern) {
      case ValuePattern.Text expected -> accepts(expected, text);
      case ValuePattern.Regex regex -> accepts(regex, text);
      case ValuePattern.Glob(String glob) -> accepts(glob(glob), text);
      case ValuePattern.PathTemplate(String template) -> accepts(template(template), text);
      case ValuePattern.Presence(boolean isPresent) -> isPresent;
      case ValuePattern.AllOf all -> all.patterns().stream().allMatch(one -> accepts(one, text));
      case ValuePattern.AnyOf any -> any.patterns().stream().anyMatch(one -> accepts(one, text));
      case ValuePattern.Not(ValuePattern not) -> !accepts(not, text);
      case ValuePattern.Several several ->
          several.patterns().stream().allMatch(one -> accepts(one, text));
      case ValuePattern.Binary ignored -> false;
      case ValuePattern.Json ignored -> false;
      case ValuePattern.JsonPath ignored -> false;
      case ValuePattern.JsonSchema ignored -> false;
      case ValuePattern.Xml ignored -> false;
      case ValuePattern.XPath ignored -> false;
      case ValuePattern.Other ignored -> false;
    };
  }

  private static boolean accepts(ValuePattern.Text expected, String text) {
    String wanted = folded(expected.text(), expected.ignoresCase());
    String given = folded(text, expected.ignoresCase());
    return switch (expected.relation()) {
      case EQUALS -> given.equals(wanted);
      case CONTAINS -> given.contains(wanted);
      case STARTS_WITH -> given.startsWith(wanted);
      case ENDS_WITH -> given.endsWith(wanted);
    };
  }

  private static String folded(String text, boolean ignoresCase) {
    return ignoresCase ? text.toLowerCase(Locale.ROOT) : text;
  }

  private boolean accepts(ValuePattern.Regex regex, String text) {
    String pattern = regex.ignoresCase() ? "(?i)" + regex.pattern() : regex.pattern();
    PatternEngine.Answer answer =
        regex.isWhole() ? engine.match(pattern, text) : engine.find(pattern, text);
    return answer == PatternEngine.Answer.MATCHES;
  }

  private static ValuePattern.Regex glob(String glob) {
    return whole(glob, "\\*", ".*");
  }

  private static ValuePattern.Regex template(String template) {
    return whole(template, "\\{[^{}/]*}", "[^/]+");
  }

  private static ValuePattern.Regex whole(String text, String variable, String any) {
    var regex = new StringBuilder("(?s)");
    boolean isVariable = false;
    for (String piece : text.splitWithDelimiters(variable, 0)) {
      regex.append(isVariable ? any : Pattern.quote(piece));
      isVariable = !isVariable;
    }
    return new ValuePattern.Regex(regex.toString(), true, false);
  }
}
