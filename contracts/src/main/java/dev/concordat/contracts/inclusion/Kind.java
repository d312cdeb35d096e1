package dev.concordat.contracts.inclusion;

import dev.concordat.contracts.schema.JsonType;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.Set;

/// The six kinds of JSON value. Keywords speak of one kind each, so that every question falls apart into six.
enum Kind {
  NULL,
  BOOLEAN,
  NUMBER,
  STRING,
  ARRAY,
  OBJECT;

  static Kind of(JsonValue value) {
    return switch (value) {
      case JsonNull ignored -> NULL;
      case JsonBoolean ignored -> BOOLEAN;
      case JsonNumber ignored -> NUMBER;
      case JsonString ignored -> STRING;
      case JsonArray ignored -> ARRAY;
      case JsonObject ignored -> OBJECT;
    };
  }

  boolean isAmong(Set<JsonType> types) {
    return types.isEmpty()
        || switch (this) {
          case NULL -> types.contains(JsonType.NULL);
          case BOOLEAN -> types.contains(JsonType.BOOLEAN);
          case NUMBER -> types.contains(JsonType.NUMBER) || types.contains(JsonType.INTEGER);
          case STRING -> types.contains(JsonType.STRING);
          case ARRAY -> types.contains(JsonType.ARRAY);
          case OBJECT -> types.contains(JsonType.OBJECT);
        };
  }
}
