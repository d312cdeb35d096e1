package dev.concordat.wire.fault;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// Edits as JSON: `[{"set": "/status", "to": null}, {"remove": "/items/0"}]`.
final class EditText {
  private static final String FORM =
      "edits are written as [{\"set\": \"/status\", \"to\": null}, {\"remove\": \"/items/0\"}]";

  private EditText() {}

  static List<JsonEdit> read(JsonValue written) {
    if (written instanceof JsonArray(List<JsonValue> items)) {
      return items.stream().map(EditText::edit).toList();
    }
    throw new IllegalArgumentException(FORM);
  }

  private static JsonEdit edit(JsonValue written) {
    if (written instanceof JsonObject object) {
      if (object.member("remove").orElse(null) instanceof JsonString(String pointer)
          && object.size() == 1) {
        return new JsonEdit(pointer, Optional.empty());
      }
      if (object.member("set").orElse(null) instanceof JsonString(String pointer)
          && object.has("to")
          && object.size() == 2) {
        return new JsonEdit(pointer, object.member("to"));
      }
    }
    throw new IllegalArgumentException(FORM);
  }

  static JsonValue write(List<JsonEdit> edits) {
    return new JsonArray(edits.stream().map(EditText::write).toList());
  }

  private static JsonValue write(JsonEdit edit) {
    var pointer = new JsonString(edit.pointer());
    return edit.value()
        .<JsonValue>map(it -> JsonObject.EMPTY.with("set", pointer).with("to", it))
        .orElseGet(() -> JsonObject.EMPTY.with("remove", pointer));
  }
}
