package dev.concordat.contracts.tree;

import dev.concordat.model.problem.Problem;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;

/// Says what a JSON parser's exception means, in words for people who do not program parsers.
final class JsonSyntax {
  private static final Pattern UNEXPECTED =
      Pattern.compile(
          "Unexpected character \\('(.+?)' \\(code (\\d+).*?\\)\\): (.*)", Pattern.DOTALL);
  private static final Pattern TOKEN =
      Pattern.compile("Unrecognized token '(.*?)'.*", Pattern.DOTALL);
  private static final Pattern ESCAPE =
      Pattern.compile("Unrecognized character escape '(.+?)'.*", Pattern.DOTALL);
  private static final Pattern CONTROL =
      Pattern.compile(
          "Illegal unquoted character \\(\\(CTRL-CHAR, code (\\d+)\\)\\).*", Pattern.DOTALL);
  private static final Pattern CLOSE =
      Pattern.compile("Unexpected close marker '(.)': expected '(.)'.*", Pattern.DOTALL);

  private JsonSyntax() {}

  /// @param open how many arrays and objects the text has opened and not closed
  static Problem problem(Source source, int offset, String pointer, int open, JacksonException e) {
    int at = Math.min(offset, source.bytes().length);
    return Problem.error(
        "contract/json-syntax", source.place(at, pointer), message(e, open), fix(source, at));
  }

  static String message(JacksonException e, int open) {
    String said = e.getOriginalMessage();
    if (said.contains("end-of-input")) {
      return endsEarly(said, open);
    }
    Matcher unexpected = UNEXPECTED.matcher(said);
    if (unexpected.matches()) {
      return "`"
          + unexpected.group(1)
          + "` stands where "
          + expected(unexpected.group(3))
          + " must be";
    }
    Matcher token = TOKEN.matcher(said);
    if (token.matches()) {
      return "`" + token.group(1) + "` is no JSON value; text stands in double quotes";
    }
    Matcher escape = ESCAPE.matcher(said);
    if (escape.matches()) {
      return "`\\" + escape.group(1) + "` is no escape in JSON";
    }
    Matcher control = CONTROL.matcher(said);
    if (control.matches()) {
      return String.format(
          Locale.ROOT,
          "the control character U+%04X stands inside a string",
          Integer.parseInt(control.group(1)));
    }
    Matcher close = CLOSE.matcher(said);
    return close.matches()
        ? "`" + close.group(1) + "` stands where `" + close.group(2) + "` must close what is open"
        : inTheirWords(said);
  }

  private static String endsEarly(String said, int open) {
    if (said.contains("VALUE_STRING")
        || said.contains("in a String")
        || said.contains("closing quote")) {
      return "the text ends inside a string";
    }
    return open == 0
        ? "the text ends inside a value"
        : "the text ends while "
            + (open == 1 ? "1 bracket is" : open + " brackets are")
            + " still open";
  }

  private static String expected(String said) {
    if (said.contains("property name")) {
      return said.contains("colon") ? "a `:`" : "a key in double quotes";
    }
    if (said.contains("colon")) {
      return "a `:`";
    }
    return said.contains("comma") ? "a `,` or a closing bracket" : "a value";
  }

  private static String inTheirWords(String said) {
    int aside = said.indexOf(" (for ");
    String first = aside > 0 ? said.substring(0, aside) : said;
    return first.isEmpty()
        ? "this is not JSON"
        : first.substring(0, 1).toLowerCase(Locale.ROOT) + first.substring(1);
  }

  private static String fix(Source source, int offset) {
    if (offset >= source.bytes().length) {
      return "close what is open: a bracket, a brace or a quote is missing";
    }
    return switch (source.bytes()[offset]) {
      case '}', ']' -> "look for a comma too many before it, or a value that is missing";
      case '\'' -> "write strings and keys in double quotes";
      case '/', '#' -> "remove the comment; JSON has none";
      case '\n', '\r', '\t' -> "write line breaks and tabs in strings as \\n and \\t";
      default -> "look at what stands before it: a comma, a colon or a quote may be missing";
    };
  }
}
