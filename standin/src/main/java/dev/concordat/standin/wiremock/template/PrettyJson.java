package dev.concordat.standin.wiremock.template;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Map;

/// JSON on several lines in the form that WireMock writes: a blank on both sides of colons, lists on one line.
final class PrettyJson {
  private final StringBuilder out = new StringBuilder();

  private PrettyJson() {}

  static String of(JsonValue value) {
    var pretty = new PrettyJson();
    pretty.write(value, 0);
    return pretty.out.toString();
  }

  private void write(JsonValue value, int depth) {
    switch (value) {
      case JsonObject object when object.size() == 0 -> out.append("{ }");
      case JsonArray(List<JsonValue> items) when items.isEmpty() -> out.append("[ ]");
      case JsonObject object -> object(object, depth);
      case JsonArray(List<JsonValue> items) -> {
        out.append("[ ");
        for (int i = 0; i < items.size(); i++) {
          out.append(i > 0 ? ", " : "");
          write(items.get(i), depth);
        }
        out.append(" ]");
      }
      default -> out.append(value);
    }
  }

  private void object(JsonObject object, int depth) {
    out.append('{');
    boolean isFirst = true;
    for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
      out.append(isFirst ? "\n" : ",\n").repeat("  ", depth + 1);
      out.append(new JsonString(member.getKey())).append(" : ");
      write(member.getValue(), depth + 1);
      isFirst = false;
    }
    out.append('\n').repeat("  ", depth).append('}');
  }
}
