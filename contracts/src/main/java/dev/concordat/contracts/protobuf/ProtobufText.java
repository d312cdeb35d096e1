package dev.concordat.contracts.protobuf;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// Tells the text of a `.proto` file from everything else, by its first statement.
final class ProtobufText {
  /// A file's first statement stands here, or the file is not recognised.
  private static final int MAX_HEAD_BYTES = 64 * 1024;

  private static final Pattern FIRST_STATEMENT =
      Pattern.compile(
          "(?:(?:syntax|edition)\\s*=\\s*[\"'][^\"'\\n]{0,40}[\"']\\s*;"
              + "|package\\s+[\\w.]{1,500}\\s*;"
              + "|import\\s+(?:(?:public|weak|option)\\s+)?[\"'][^\"'\\n]{1,500}[\"']\\s*;"
              + "|option\\s+[\\w.()]{1,200}\\s*=[^\\n]{0,500};"
              + "|(?:export\\s+|local\\s+)?message\\s+\\w{1,200}\\s*\\{"
              + "|service\\s+\\w{1,200}\\s*\\{"
              + "|extend\\s+[\\w.]{1,500}\\s*\\{\\s*(?:(?:optional|repeated)\\s|\\}|[\\w.]+\\s+\\w+\\s*=)"
              + "|enum\\s+\\w{1,200}\\s*\\{\\s*(?:option\\s|reserved\\s|\\w{1,200}\\s*=))");

  private ProtobufText() {}

  static boolean recognises(byte[] bytes) {
    int length = Math.min(bytes.length, MAX_HEAD_BYTES);
    String head = new String(bytes, 0, length, StandardCharsets.UTF_8);
    int start = afterComments(head);
    return start < head.length()
        && FIRST_STATEMENT.matcher(head).region(start, head.length()).lookingAt();
  }

  private static int afterComments(String text) {
    int at = text.startsWith("\uFEFF") ? 1 : 0;
    while (at < text.length()) {
      if (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == ';') {
        at++;
      } else if (text.startsWith("//", at)) {
        at = endOf(text, "\n", at);
      } else if (text.startsWith("/*", at)) {
        at = endOf(text, "*/", at + 2);
      } else {
        return at;
      }
    }
    return at;
  }

  private static int endOf(String text, String mark, int from) {
    int end = text.indexOf(mark, from);
    return end < 0 ? text.length() : end + mark.length();
  }
}
