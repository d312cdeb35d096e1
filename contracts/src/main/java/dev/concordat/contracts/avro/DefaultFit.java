package dev.concordat.contracts.avro;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.Map;

/// Whether a default is a value of its type. Values of unions are not tagged here (specification, field default values).
final class DefaultFit {
  /// Alternatives that are tried for one default; beyond, it is taken to fit.
  private static final int MAX_STEPS = 100_000;

  private final Map<String, AvroDefinition> definitions;
  private int steps;

  DefaultFit(Map<String, AvroDefinition> definitions) {
    this.definitions = definitions;
  }

  boolean fits(AvroType type, JsonValue value) {
    if (++steps > MAX_STEPS) {
      return true;
    }
    return switch (type) {
      case AvroType.Primitive primitive -> fits(primitive.kind(), value);
      case AvroType.Items array ->
          value instanceof JsonArray list
              && list.items().stream().allMatch(item -> fits(array.items(), item));
      case AvroType.Values map ->
          value instanceof JsonObject object
              && object.members().values().stream().allMatch(item -> fits(map.values(), item));
      case AvroType.Union union ->
          union.branches().stream().anyMatch(branch -> fits(branch, value));
      case AvroType.Named named -> {
        AvroDefinition definition = definitions.get(named.fullName());
        yield definition == null || fits(definition, value);
      }
      case AvroType.Unreadable ignored -> true;
    };
  }

  private static boolean fits(AvroType.Kind kind, JsonValue value) {
    return switch (kind) {
      case NULL -> value == JsonNull.NULL;
      case BOOLEAN -> value instanceof JsonBoolean;
      case INT -> Numbers.whole(value).filter(n -> n == n.intValue()).isPresent();
      case LONG -> Numbers.whole(value).isPresent();
      case FLOAT, DOUBLE -> value instanceof JsonNumber;
      case BYTES -> value instanceof JsonString(String text) && Numbers.areBytes(text);
      case STRING -> value instanceof JsonString;
    };
  }

  private boolean fits(AvroDefinition definition, JsonValue value) {
    return switch (definition) {
      case AvroDefinition.Structure structure ->
          value instanceof JsonObject object
              && structure.fields().stream()
                  .allMatch(
                      field ->
                          object
                              .member(field.name())
                              .map(inner -> fits(field.type(), inner))
                              .orElse(field.defaultValue().isPresent()));
      case AvroDefinition.Enumeration enumeration ->
          value instanceof JsonString(String text) && enumeration.symbols().contains(text);
      case AvroDefinition.Fixed fixed ->
          value instanceof JsonString(String text)
              && text.length() == fixed.size()
              && Numbers.areBytes(text);
    };
  }

  String shown(AvroType type) {
    return type instanceof AvroType.Union union
        ? "the types "
            + String.join(", ", union.branches().stream().map(AvroType::branchName).toList())
        : "the type " + type.branchName();
  }
}
