package dev.concordat.compare.mutation;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Looking into schemas of OpenAPI 3.0.
final class Keywords {
  /// What says nothing about which values are allowed.
  private static final Set<String> NOTES =
      Set.of(
          "title", "description", "example", "examples", "deprecated", "externalDocs", "default");

  private Keywords() {}

  /// Whether the schema has this one type and, beside notes, only these keywords.
  static boolean isOnly(JsonObject schema, String type, String... keywords) {
    Set<String> allowed = Set.of(keywords);
    return type(schema).equals(Optional.of(type))
        && schema.members().keySet().stream()
            .allMatch(
                name ->
                    name.equals("type")
                        || NOTES.contains(name)
                        || name.startsWith("x-")
                        || allowed.contains(name));
  }

  static Optional<String> type(JsonObject schema) {
    return schema.member("type").orElse(null) instanceof JsonString(String type)
        ? Optional.of(type)
        : Optional.empty();
  }

  static Optional<BigDecimal> number(JsonObject schema, String name) {
    return schema.member(name).orElse(null) instanceof JsonNumber number
        ? Optional.of(number.decimal())
        : Optional.empty();
  }

  static boolean isTrue(JsonObject schema, String name) {
    return schema.member(name).orElse(null) instanceof JsonBoolean(boolean value) && value;
  }

  static List<String> texts(JsonObject schema, String name) {
    return schema.member(name).orElse(null) instanceof JsonArray list
        ? list.items().stream()
            .filter(JsonString.class::isInstance)
            .map(item -> ((JsonString) item).value())
            .toList()
        : List.of();
  }

  static JsonObject properties(JsonObject schema) {
    return schema.member("properties").orElse(null) instanceof JsonObject properties
        ? properties
        : JsonObject.EMPTY;
  }

  static boolean isClosed(JsonObject schema) {
    return schema.member("additionalProperties").orElse(null) instanceof JsonBoolean(boolean open)
        && !open;
  }

  static JsonObject withTexts(JsonObject schema, String name, List<String> texts) {
    return texts.isEmpty()
        ? schema.without(name)
        : schema.with(
            name, new JsonArray(List.copyOf(texts.stream().map(JsonString::new).toList())));
  }

  static JsonObject with(JsonObject schema, String name, long number) {
    return schema.with(name, JsonNumber.of(number));
  }

  static JsonObject with(JsonObject schema, String name, BigDecimal number) {
    return schema.with(name, new JsonNumber(number.toPlainString()));
  }
}
