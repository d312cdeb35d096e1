package dev.concordat.contracts.graphql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where the definitions of a text start, found without understanding them: at words at the start of a line.
final class Definitions {
  private static final Pattern START =
      Pattern.compile(
          "^(?:type|interface|union|scalar|enum|input|directive|schema|extend|query|mutation|subscription|fragment)\\b"
              + "|^\\{|\"\"\"",
          Pattern.MULTILINE);

  private Definitions() {}

  /// A definition's characters in the text.
  record Range(int start, int end) {}

  static List<Range> of(String text) {
    var starts = new ArrayList<Integer>();
    Matcher found = START.matcher(text);
    boolean isInBlockString = false;
    while (found.find()) {
      if (found.group().equals("\"\"\"")) {
        isInBlockString = !isInBlockString;
      } else if (!isInBlockString) {
        starts.add(found.start());
      }
    }
    var ranges = new ArrayList<Range>();
    for (int i = 0; i < starts.size(); i++) {
      ranges.add(
          new Range(starts.get(i), i + 1 < starts.size() ? starts.get(i + 1) : text.length()));
    }
    return ranges;
  }

  /// The definition that is to blame for an error: the last one before it that leaves a brace open, or the one it is in.
  static Range blamed(String text, List<Range> ranges, int offset) {
    Range blamed = new Range(0, text.length());
    for (Range range : ranges) {
      if (range.start() > offset) {
        break;
      }
      blamed = range;
      if (range.end() <= offset && !isBalanced(text, range)) {
        return range;
      }
    }
    return blamed;
  }

  private static boolean isBalanced(String text, Range range) {
    int depth = 0;
    for (int i = range.start(); i < range.end(); i++) {
      char c = text.charAt(i);
      if (c == '#') {
        int end = text.indexOf('\n', i);
        i = end < 0 ? range.end() : end;
      } else if (c == '{') {
        depth++;
      } else if (c == '}') {
        depth--;
      }
    }
    return depth == 0;
  }

  /// The text with a part made blank; lines stay where they are.
  static String without(String text, Range range) {
    var out = new StringBuilder(text);
    for (int i = range.start(); i < range.end(); i++) {
      if (text.charAt(i) != '\n' && text.charAt(i) != '\r') {
        out.setCharAt(i, ' ');
      }
    }
    return out.toString();
  }
}
