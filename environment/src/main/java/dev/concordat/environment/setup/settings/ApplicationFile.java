package dev.concordat.environment.setup.settings;

import dev.concordat.environment.setup.Sureness;
import dev.concordat.environment.setup.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `application.properties` and `application.yaml`: placeholders such as `${PAYMENTS_URL:http://localhost:8082}` anywhere
/// in them, and in `.properties` also plain addresses, which Spring's and MicroProfile's relaxed binding lets an
/// environment variable override.
final class ApplicationFile {
  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(?::([^}]*))?}");
  private static final Pattern PROPERTY =
      Pattern.compile("\\s*([A-Za-z0-9._-]+)\\s*[=:]\\s*(\\S.*?)\\s*");
  private static final Pattern ADDRESS =
      Pattern.compile("(?:jdbc:)?\\w+://\\S+|(?:localhost|127\\.0\\.0\\.1):\\d+\\S*");

  private ApplicationFile() {}

  static List<Setting> read(Workspace workspace, Path file) {
    boolean isProperties = file.toString().endsWith(".properties");
    var settings = new ArrayList<Setting>();
    int number = 0;
    for (String line : workspace.lines(file)) {
      number++;
      if (line.strip().startsWith("#")) {
        continue;
      }
      Matcher placeholder = PLACEHOLDER.matcher(line);
      boolean hasPlaceholder = false;
      while (placeholder.find()) {
        hasPlaceholder = true;
        settings.add(
            new Setting(
                placeholder.group(1),
                Optional.ofNullable(placeholder.group(2)).filter(text -> !text.isEmpty()),
                workspace.place(file, number),
                Sureness.CERTAIN));
      }
      Matcher property = PROPERTY.matcher(line);
      if (isProperties && !hasPlaceholder && property.matches()) {
        String value = property.group(2);
        boolean isPort = property.group(1).matches("server\\.port|quarkus\\.http\\.port");
        if (isPort || ADDRESS.matcher(value).matches()) {
          settings.add(
              new Setting(
                  asVariable(property.group(1)),
                  Optional.of(value),
                  workspace.place(file, number),
                  Sureness.LIKELY));
        }
      }
    }
    return settings;
  }

  /// `payments.base-url` is overridden by `PAYMENTS_BASE_URL` (MicroProfile Config 3.1, "Environment Variables Mapping
  /// Rules"); Spring drops the dash, so that both work only where there is none.
  private static String asVariable(String property) {
    return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }
}
