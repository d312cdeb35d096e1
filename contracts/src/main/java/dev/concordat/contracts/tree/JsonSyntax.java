package dev.concordat.contracts.tree;

import dev.concordat.model.problem.Problem;
import java.util.Locale;
import tools.jackson.core.JacksonException;

/// Says what a JSON parser's exception means.
final class JsonSyntax {
  private JsonSyntax() {}

  static Problem problem(Source source, int offset, String pointer, JacksonException e) {
    int at = Math.min(offset, source.bytes().length);
    return Problem.error(
        "contract/json-syntax", source.place(at, pointer), message(e), fix(source, at));
  }

  /// The parser's own words without its advice to programmers.
  static String message(JacksonException e) {
    String said = e.getOriginalMessage();
    int aside = said.indexOf(" (for ");
    String first = aside > 0 ? said.substring(0, aside) : said;
    return first.isEmpty()
        ? "this is not JSON"
        : first.substring(0, 1).toLowerCase(Locale.ROOT) + first.substring(1);
  }

  private static String fix(Source source, int offset) {
    if (offset >= source.bytes().length) {
      return "close what is open: a bracket, a brace or a quote is missing at the end";
    }
    return switch (source.bytes()[offset]) {
      case '}', ']' -> "look for a comma too many before it, or a value that is missing";
      case '\'' -> "write strings and keys in double quotes";
      case '/', '#' -> "remove the comment; JSON has none";
      default -> "look at the character before it: a comma, a colon or a quote is missing";
    };
  }
}
