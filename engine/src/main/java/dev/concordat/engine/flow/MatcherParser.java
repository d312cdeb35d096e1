package dev.concordat.engine.flow;

import com.google.re2j.PatternSyntaxException;
import dev.concordat.model.problem.DidYouMean;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads `~…`.
final class MatcherParser {
  /// A matcher, or why the text is none.
  sealed interface Parsed {
    record Good(Matcher matcher) implements Parsed {}

    record Bad(String complaint) implements Parsed {}
  }

  private static final List<String> PHRASES =
      List.of(
          "any",
          "absent",
          "one of",
          "contains",
          "starts with",
          "ends with",
          "not",
          "instant",
          "length");

  private MatcherParser() {}

  /// @param text what follows the tilde
  static Parsed parse(String text) {
    String rest = text.strip();
    if (rest.startsWith("/")) {
      return expression(rest);
    }
    if (Comparator.startOf(rest).isPresent()) {
      return bound(rest)
          .<Parsed>map(bound -> good(new Matcher.OfKind(Kind.NUMBER, Optional.of(bound))))
          .orElseGet(() -> bad("~" + rest + " compares with nothing"));
    }
    for (String phrase : PHRASES) {
      if (rest.equals(phrase) || rest.startsWith(phrase + " ")) {
        return phrase(phrase, rest.substring(phrase.length()).strip());
      }
    }
    return kind(rest);
  }

  private static Parsed phrase(String phrase, String operand) {
    boolean needsNone = phrase.equals("any") || phrase.equals("absent");
    if (needsNone != operand.isEmpty()) {
      return bad(
          "~" + phrase + (needsNone ? " takes nothing after it" : " needs a value after it"));
    }
    return switch (phrase) {
      case "any" -> good(new Matcher.Any());
      case "absent" -> good(new Matcher.Absent());
      case "one of" ->
          good(new Matcher.OneOf(words(operand).stream().map(Operand::parse).toList()));
      case "contains" -> good(new Matcher.Contains(Operand.parse(operand)));
      case "starts with" -> good(new Matcher.StartsWith(Operand.parse(operand)));
      case "ends with" -> good(new Matcher.EndsWith(Operand.parse(operand)));
      case "not" -> good(new Matcher.Not(Operand.parse(operand)));
      case "instant" -> good(new Matcher.SameInstant(Operand.parse(operand)));
      default ->
          bound(Comparator.startOf(operand).isPresent() ? operand : "== " + operand)
              .<Parsed>map(bound -> good(new Matcher.Length(bound)))
              .orElseGet(() -> bad("~length needs a number, such as ~length > 2"));
    };
  }

  private static Parsed kind(String rest) {
    int space = rest.indexOf(' ');
    String word = space < 0 ? rest : rest.substring(0, space);
    String after = space < 0 ? "" : rest.substring(space).strip();
    Optional<Kind> kind = Kind.named(word);
    if (kind.isEmpty()) {
      var known = new ArrayList<>(Kind.words());
      known.addAll(PHRASES);
      return bad("there is no matcher ~" + rest + "." + DidYouMean.sentence(word, known));
    }
    if (after.isEmpty()) {
      return good(new Matcher.OfKind(kind.get(), Optional.empty()));
    }
    return bound(after)
        .<Parsed>map(bound -> good(new Matcher.OfKind(kind.get(), Optional.of(bound))))
        .orElseGet(
            () -> bad("after ~" + word + " a comparison such as > 0 is expected, not " + after));
  }

  private static Parsed expression(String rest) {
    if (rest.length() < 3 || !rest.endsWith("/")) {
      return bad("an expression stands between two slashes: ~/[A-Z]+/");
    }
    try {
      String inner = rest.substring(1, rest.length() - 1);
      return good(new Matcher.Expression(com.google.re2j.Pattern.compile(inner)));
    } catch (PatternSyntaxException e) {
      return bad("the expression " + rest + " cannot be read: " + e.getDescription());
    }
  }

  /// Reads `> 0`.
  static Optional<Matcher.Bound> bound(String text) {
    return Comparator.startOf(text)
        .filter(comparator -> text.length() > comparator.sign().length())
        .map(
            comparator ->
                new Matcher.Bound(
                    comparator, Operand.parse(text.substring(comparator.sign().length()))));
  }

  /// Words, of which quoted ones may hold spaces.
  private static List<String> words(String text) {
    var words = new ArrayList<String>();
    var found = java.util.regex.Pattern.compile("\"[^\"]*\"|'[^']*'|\\S+").matcher(text);
    while (found.find()) {
      words.add(found.group());
    }
    return words;
  }

  private static Parsed good(Matcher matcher) {
    return new Parsed.Good(matcher);
  }

  private static Parsed bad(String complaint) {
    return new Parsed.Bad(complaint);
  }
}
