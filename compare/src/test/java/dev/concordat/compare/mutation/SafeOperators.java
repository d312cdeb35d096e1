package dev.concordat.compare.mutation;

import static dev.concordat.compare.mutation.Keywords.properties;
import static dev.concordat.compare.mutation.Keywords.texts;
import static dev.concordat.compare.mutation.Keywords.withTexts;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Edits that say the same otherwise, or change what people read only.
final class SafeOperators {
  private SafeOperators() {}

  static List<Operator> all() {
    return List.of(
        Operator.alsoForText(
            "description changed", (schema, random) -> noted(schema, "description")),
        Operator.alsoForText("title changed", (schema, random) -> noted(schema, "title")),
        Operator.alsoForText("extension added", (schema, random) -> noted(schema, "x-note")),
        Operator.alsoForText("alone in allOf", (schema, random) -> wrapped(schema, "allOf")),
        Operator.alsoForText("alone in anyOf", (schema, random) -> wrapped(schema, "anyOf")),
        Operator.alsoForText("enum reversed", (schema, random) -> reversed(schema, "enum")),
        Operator.of("required reversed", (schema, random) -> reversed(schema, "required")),
        Operator.of("members reversed", (schema, random) -> members(schema)));
  }

  private static Optional<Edit> noted(JsonObject schema, String keyword) {
    return Edit.of(schema.with(keyword, new JsonString("other words")), Truth.SAFE);
  }

  private static Optional<Edit> wrapped(JsonObject schema, String keyword) {
    return schema.has("discriminator")
        ? Optional.empty()
        : Edit.of(new JsonObject(Map.of(keyword, JsonArray.of(schema))), Truth.SAFE);
  }

  private static Optional<Edit> reversed(JsonObject schema, String keyword) {
    List<String> texts = texts(schema, keyword);
    return texts.size() > 1
            && schema.member(keyword).orElse(null) instanceof JsonArray all
            && all.items().size() == texts.size()
        ? Edit.of(withTexts(schema, keyword, texts.reversed()), Truth.SAFE)
        : Optional.empty();
  }

  private static Optional<Edit> members(JsonObject schema) {
    if (properties(schema).size() < 2) {
      return Optional.empty();
    }
    Map<String, JsonValue> reversed = new LinkedHashMap<>();
    new ArrayList<>(properties(schema).members().entrySet())
        .reversed()
        .forEach(member -> reversed.put(member.getKey(), member.getValue()));
    return Edit.of(schema.with("properties", new JsonObject(reversed)), Truth.SAFE);
  }
}
