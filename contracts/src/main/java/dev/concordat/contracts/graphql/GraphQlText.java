package dev.concordat.contracts.graphql;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// Tells GraphQL from everything else by the first definition.
final class GraphQlText {
  /// The first definition stands here, or the text is not recognised.
  private static final int MAX_HEAD_BYTES = 64 * 1024;

  private static final String NAME = "[_A-Za-z]\\w{0,200}";
  private static final String SCHEMA_WORDS =
      "(?:type|interface|input)\\s+"
          + NAME
          + "\\s*(?:implements\\s|[@{]|\\z|\\n)"
          + "|union\\s+"
          + NAME
          + "\\s*[=@]"
          + "|scalar\\s+"
          + NAME
          + "\\s*(?:@|\\n|\\z|[a-z\"#])"
          + "|enum\\s+"
          + NAME
          + "\\s*(?:@|\\{\\s*(?:\"|#|"
          + NAME
          + "\\s*(?:[@}\"#]|\\s"
          + NAME
          + ")))"
          + "|directive\\s+@\\s*"
          + NAME
          + "|schema\\s*[@{]";
  private static final Pattern FIRST_DEFINITION =
      Pattern.compile(
          "(?:"
              + SCHEMA_WORDS
              + "|extend\\s+(?:schema\\s*[@{]|(?:type|interface|input|union|scalar|enum)\\s+"
              + NAME
              + "\\s*[@{=i])"
              + "|(?:query|mutation|subscription)\\s*(?:"
              + NAME
              + "\\s*)?[({@]"
              + "|fragment\\s+"
              + NAME
              + "\\s+on\\s+"
              + NAME
              + "|\\{\\s*(?:#[^\\n]*\\s*){0,20}"
              + NAME
              + "\\s*(?::\\s*"
              + NAME
              + "\\s*)?"
              + "(?:\\([^)]{0,2000}\\)\\s*)?(?:@\\w+[^{]{0,200})?\\{)");

  private GraphQlText() {}

  static boolean recognises(byte[] bytes) {
    int length = Math.min(bytes.length, MAX_HEAD_BYTES);
    String head = new String(bytes, 0, length, StandardCharsets.UTF_8);
    int start = afterComments(head, 0);
    int definition = afterDescription(head, start);
    boolean isDescribed = definition > start;
    int at = afterComments(head, definition);
    boolean isShorthand = at < head.length() && head.charAt(at) == '{';
    return at < head.length()
        && !(isDescribed && isShorthand)
        && FIRST_DEFINITION.matcher(head).region(at, head.length()).lookingAt();
  }

  private static int afterComments(String text, int from) {
    int at = from;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c) || c == ',' || c == '\uFEFF') {
        at++;
      } else if (c == '#') {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end + 1;
      } else {
        return at;
      }
    }
    return at;
  }

  private static int afterDescription(String text, int at) {
    if (text.startsWith("\"\"\"", at)) {
      int end = text.indexOf("\"\"\"", at + 3);
      return end < 0 ? text.length() : end + 3;
    }
    if (text.startsWith("\"", at)) {
      int end = text.indexOf('"', at + 1);
      return end < 0 ? text.length() : end + 1;
    }
    return at;
  }
}
