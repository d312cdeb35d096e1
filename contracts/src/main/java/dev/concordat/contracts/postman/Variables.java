package dev.concordat.contracts.postman;

import dev.concordat.contracts.reading.FieldReader;
import dev.concordat.contracts.reading.Reading;
import dev.concordat.contracts.tree.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What `{{name}}` stands for in a folder or the whole collection. Names without a value, which an environment gives, stay
/// as they are.
final class Variables {
  static final Variables NONE = new Variables(Map.of());

  /// Variables inside the values of variables.
  private static final int MAX_DEPTH = 10;

  /// Longest text that variables may grow to.
  private static final int MAX_CHARACTERS = 1024 * 1024;

  private static final Pattern NAME = Pattern.compile("\\{\\{([^{}]{1,200})}}");

  private final Map<String, String> values;

  private Variables(Map<String, String> values) {
    this.values = values;
  }

  /// With those that a collection or a folder adds.
  Variables with(ObjectNode holder, FieldReader fields) {
    var all = new HashMap<>(values);
    for (ObjectNode variable : fields.objects(holder, "variable", "a variable")) {
      Optional<String> name = fields.text(variable, "key").or(() -> fields.text(variable, "id"));
      Optional<String> value = Reading.text(variable, "value");
      if (name.isPresent() && value.isPresent() && !fields.flag(variable, "disabled")) {
        all.put(name.get(), value.get());
      }
    }
    return new Variables(all);
  }

  /// The text with all values that are known.
  String resolve(String text) {
    String at = text;
    for (int depth = 0; depth < MAX_DEPTH && at.contains("{{"); depth++) {
      String next = once(at);
      if (next.equals(at)) {
        return at;
      }
      at = next;
    }
    return at;
  }

  private String once(String text) {
    Matcher names = NAME.matcher(text);
    var out = new StringBuilder();
    int from = 0;
    while (names.find()) {
      out.append(text, from, names.start());
      out.append(values.getOrDefault(names.group(1).strip(), names.group()));
      from = names.end();
      if (out.length() > MAX_CHARACTERS) {
        return text;
      }
    }
    return out.append(text, from, text.length()).toString();
  }
}
