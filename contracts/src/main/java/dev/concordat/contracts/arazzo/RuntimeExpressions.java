package dev.concordat.contracts.arazzo;

import dev.concordat.model.problem.DidYouMean;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Runtime expressions (Arazzo 1.1, section 5.9).
final class RuntimeExpressions {
  private static final Pattern EMBEDDED = Pattern.compile("\\{(\\$[^{}]*)}");

  private static final Set<String> WHOLE = Set.of("$url", "$method", "$statusCode", "$self");

  private static final Set<String> MESSAGES = Set.of("$request", "$response", "$message");

  private static final Set<String> NAMED =
      Set.of("$inputs", "$outputs", "$steps", "$workflows", "$sourceDescriptions", "$components");

  private static final Set<String> SOURCES = Set.of("header", "query", "path", "body", "payload");

  private RuntimeExpressions() {}

  /// The expressions of a text: all of it, or those in braces. A text that begins with `$.` or `$[` is a JSONPath, and
  /// one that begins with an amount such as `$5` is money.
  static List<String> in(String text) {
    if (text.matches("\\$[A-Za-z].*")) {
      return List.of(text);
    }
    var found = new ArrayList<String>();
    Matcher embedded = EMBEDDED.matcher(text);
    while (embedded.find()) {
      found.add(embedded.group(1));
    }
    return found;
  }

  static boolean isExpression(String text) {
    String head = head(text);
    String rest = text.length() > head.length() + 1 ? text.substring(head.length() + 1) : "";
    if (WHOLE.contains(head)) {
      return text.equals(head);
    }
    if (MESSAGES.contains(head)) {
      return isSource(rest);
    }
    return NAMED.contains(head) && !rest.isEmpty();
  }

  private static boolean isSource(String rest) {
    int end = 0;
    while (end < rest.length() && Character.isLetter(rest.charAt(end))) {
      end++;
    }
    String source = rest.substring(0, end);
    boolean isWholeBody = source.equals("body") || source.equals("payload");
    return SOURCES.contains(source) && (isWholeBody || rest.length() > end + 1);
  }

  /// The first word with its sign: `$steps`.
  static String head(String text) {
    int end = 1;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return text.substring(0, Math.min(end, text.length()));
  }

  static String fix(String expression) {
    String head = head(expression);
    var known = new ArrayList<>(WHOLE);
    known.addAll(MESSAGES);
    known.addAll(NAMED);
    String guess = known.contains(head) ? "" : DidYouMean.sentence(head, known).strip();
    return guess.isEmpty()
        ? "write one such as $inputs.id, $response.body#/id or $steps.first.outputs.id"
        : guess;
  }
}
