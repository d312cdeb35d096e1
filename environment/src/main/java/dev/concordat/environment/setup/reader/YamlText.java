package dev.concordat.environment.setup.reader;

import dev.concordat.model.json.JsonString;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Small pieces of YAML.
final class YamlText {
  /// What needs no quotes whatever stands around it.
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z/_.][A-Za-z0-9_./@=-]*(?: [A-Za-z0-9_./@=-]+)*");

  private static final Set<String> WORDS_OF_YAML = Set.of("null", "true", "false", ".inf", ".nan");

  private YamlText() {}

  static String scalar(String text) {
    boolean isPlain =
        PLAIN.matcher(text).matches()
            && !WORDS_OF_YAML.contains(text.toLowerCase(Locale.ROOT))
            && !text.matches("\\.\\d.*");
    return isPlain ? text : new JsonString(text).toString();
  }

  static String list(List<String> texts) {
    return texts.stream().map(YamlText::scalar).collect(Collectors.joining(", ", "[", "]"));
  }

  static String map(Map<String, String> members) {
    return members.entrySet().stream()
        .map(member -> scalar(member.getKey()) + ": " + scalar(member.getValue()))
        .collect(Collectors.joining(", ", "{", "}"));
  }
}
