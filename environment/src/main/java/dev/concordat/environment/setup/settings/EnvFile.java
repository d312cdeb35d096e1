package dev.concordat.environment.setup.settings;

import dev.concordat.environment.setup.Sureness;
import dev.concordat.environment.setup.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Files of `NAME=value` lines: `.env`, `.env.example`.
public final class EnvFile {
  private static final Pattern LINE =
      Pattern.compile("\\s*(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*(.*?)\\s*");

  private EnvFile() {}

  public static List<Setting> read(Workspace workspace, Path file, Sureness sureness) {
    var settings = new ArrayList<Setting>();
    int number = 0;
    for (String line : workspace.lines(file)) {
      number++;
      Matcher matcher = LINE.matcher(line);
      if (matcher.matches()) {
        String value = unquoted(matcher.group(2));
        settings.add(
            new Setting(
                matcher.group(1),
                value.isEmpty() ? Optional.empty() : Optional.of(value),
                workspace.place(file, number),
                sureness));
      }
    }
    return settings;
  }

  private static String unquoted(String text) {
    if (text.length() >= 2 && (text.startsWith("\"") || text.startsWith("'"))) {
      int end = text.indexOf(text.charAt(0), 1);
      return end > 0 ? text.substring(1, end) : text;
    }
    int comment = text.indexOf(" #");
    return comment >= 0 ? text.substring(0, comment).strip() : text;
  }
}
