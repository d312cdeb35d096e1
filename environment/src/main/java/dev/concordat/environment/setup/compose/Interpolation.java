package dev.concordat.environment.setup.compose;

import dev.concordat.environment.setup.settings.Setting;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `${NAME:-default}` in compose files, filled as Compose does it: from the environment of whoever starts the systems, else
/// from the `.env` file beside the compose file.
///
/// @param variables the environment; empty where only the files count, as for `concordat init`
record Interpolation(Map<String, String> variables, List<Setting> env) {
  private static final Pattern REFERENCE =
      Pattern.compile(
          "\\$\\$|\\$\\{([A-Za-z_][A-Za-z0-9_]*)(?:(:?[-?+])([^}]*))?}|\\$([A-Za-z_][A-Za-z0-9_]*)");

  String fill(String text) {
    return REFERENCE
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(replacement(found)));
  }

  private String replacement(java.util.regex.MatchResult found) {
    if (found.group().equals("$$")) {
      return "$";
    }
    String name = found.group(1) == null ? found.group(4) : found.group(1);
    Optional<String> value =
        variables.containsKey(name) ? Optional.ofNullable(variables.get(name)) : inFile(name);
    String operator = found.group(2) == null ? "" : found.group(2);
    return switch (operator) {
      case ":-", "-" -> value.orElse(found.group(3));
      case ":+", "+" -> value.isPresent() ? found.group(3) : "";
      default -> value.orElse("");
    };
  }

  private Optional<String> inFile(String name) {
    return env.stream()
        .filter(setting -> setting.name().equals(name))
        .findFirst()
        .flatMap(Setting::value);
  }
}
