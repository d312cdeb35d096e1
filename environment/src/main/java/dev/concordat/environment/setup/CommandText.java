package dev.concordat.environment.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Commands as people write them on one line, without a shell: words, and quotes around words with spaces.
public final class CommandText {
  private static final Pattern SHELL = Pattern.compile("[|&;<>$`*?~\\n]|^\\w+=");
  private static final Pattern PLAIN = Pattern.compile("[^\\s'\"\\\\]+");

  private CommandText() {}

  /// The words of a line. Single and double quotes group; a backslash takes the next character as it is, but not within
  /// single quotes. An unclosed quote ends with the line.
  public static List<String> words(String line) {
    var words = new ArrayList<String>();
    var word = new StringBuilder();
    boolean isInWord = false;
    char quote = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quote != 0 && c == quote) {
        quote = 0;
      } else if (c == '\\' && quote != '\'' && i + 1 < line.length()) {
        word.append(line.charAt(++i));
        isInWord = true;
      } else if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
        isInWord = true;
      } else if (quote == 0 && Character.isWhitespace(c)) {
        if (isInWord) {
          words.add(word.toString());
          word.setLength(0);
          isInWord = false;
        }
      } else {
        word.append(c);
        isInWord = true;
      }
    }
    if (isInWord) {
      words.add(word.toString());
    }
    return words;
  }

  /// The line whose {@link #words} these are.
  public static String line(List<String> words) {
    return words.stream()
        .map(
            word ->
                PLAIN.matcher(word).matches()
                    ? word
                    : '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
        .collect(Collectors.joining(" "));
  }

  /// Whether the line says something only a shell understands.
  public static boolean needsShell(String line) {
    return SHELL.matcher(line).find();
  }
}
