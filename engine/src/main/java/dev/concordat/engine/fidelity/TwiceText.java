package dev.concordat.engine.fidelity;

import dev.concordat.contracts.tree.Pointers;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.json.JsonValue;
import java.util.Map;

/// JSON in which some members come twice, as no value can have them.
final class TwiceText {
  private final Map<String, JsonValue> before;
  private final StringBuilder text = new StringBuilder();

  private TwiceText(Map<String, JsonValue> before) {
    this.before = before;
  }

  /// @param before by pointer: what the member of the same name that stands before it has
  static String of(JsonValue body, Map<String, JsonValue> before) {
    var twice = new TwiceText(before);
    twice.write("", body);
    return twice.text.toString();
  }

  private void write(String at, JsonValue value) {
    switch (value) {
      case JsonObject object -> {
        text.append('{');
        String comma = "";
        for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
          String name = JsonText.compact(new JsonString(member.getKey()));
          String there = at + "/" + Pointers.escape(member.getKey());
          JsonValue first = before.get(there);
          if (first != null) {
            text.append(comma).append(name).append(':').append(JsonText.compact(first));
            comma = ",";
          }
          text.append(comma).append(name).append(':');
          comma = ",";
          write(there, member.getValue());
        }
        text.append('}');
      }
      case JsonArray(var items) -> {
        text.append('[');
        for (int i = 0; i < items.size(); i++) {
          text.append(i == 0 ? "" : ",");
          write(at + "/" + i, items.get(i));
        }
        text.append(']');
      }
      default -> text.append(JsonText.compact(value));
    }
  }
}
