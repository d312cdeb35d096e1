package dev.concordat.compare.schema;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.harrel.jsonschema.JsonNode;
import dev.harrel.jsonschema.JsonNodeFactory;
import dev.harrel.jsonschema.SimpleType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Our JSON values as the second voter reads them, with all digits of numbers. Numbers of the same value are the same.
final class VotedValue implements JsonNode {
  /// Makes nodes of our values; text is never parsed.
  static final JsonNodeFactory FACTORY =
      new JsonNodeFactory() {
        @Override
        public JsonNode wrap(Object node) {
          return node instanceof VotedValue voted ? voted : new VotedValue((JsonValue) node, "");
        }

        @Override
        public JsonNode create(String rawJson) {
          throw new UnsupportedOperationException("values are given as values");
        }
      };

  private final JsonValue value;
  private final String pointer;

  // Each keyword asks anew for what is inside.
  private @Nullable List<JsonNode> items;
  private @Nullable Map<String, JsonNode> members;

  VotedValue(JsonValue value, String pointer) {
    this.value = value;
    this.pointer = pointer;
  }

  @Override
  public String getJsonPointer() {
    return pointer;
  }

  @Override
  public SimpleType getNodeType() {
    return switch (value) {
      case JsonNull ignored -> SimpleType.NULL;
      case JsonBoolean ignored -> SimpleType.BOOLEAN;
      case JsonString ignored -> SimpleType.STRING;
      case JsonArray ignored -> SimpleType.ARRAY;
      case JsonObject ignored -> SimpleType.OBJECT;
      case JsonNumber number -> number.isInteger() ? SimpleType.INTEGER : SimpleType.NUMBER;
    };
  }

  @Override
  public boolean asBoolean() {
    return ((JsonBoolean) value).value();
  }

  @Override
  public String asString() {
    return value instanceof JsonString(String text) ? text : value.toString();
  }

  @Override
  public BigInteger asInteger() {
    return asNumber().toBigIntegerExact();
  }

  @Override
  public BigDecimal asNumber() {
    return ((JsonNumber) value).decimal().stripTrailingZeros();
  }

  @Override
  public List<JsonNode> asArray() {
    List<JsonNode> known = items;
    if (known == null) {
      var nodes = new ArrayList<JsonNode>();
      for (JsonValue item : ((JsonArray) value).items()) {
        nodes.add(new VotedValue(item, pointer + "/" + nodes.size()));
      }
      known = Collections.unmodifiableList(nodes);
      items = known;
    }
    return known;
  }

  /// The same array with one of each row of items that are the same; any other value as it is.
  VotedValue withoutTwins() {
    if (!(value instanceof JsonArray(List<JsonValue> all))) {
      return this;
    }
    var different = new ArrayList<JsonValue>();
    for (JsonValue item : all) {
      if (different.isEmpty() || !different.getLast().equals(item)) {
        different.add(item);
      }
    }
    return different.size() == all.size()
        ? this
        : new VotedValue(new JsonArray(different), pointer);
  }

  @Override
  public Map<String, JsonNode> asObject() {
    Map<String, JsonNode> known = members;
    if (known == null) {
      Map<String, JsonNode> nodes = new LinkedHashMap<>();
      for (Map.Entry<String, JsonValue> member : ((JsonObject) value).members().entrySet()) {
        String inside = pointer + "/" + JsonNode.encodeJsonPointer(member.getKey());
        nodes.put(member.getKey(), new VotedValue(member.getValue(), inside));
      }
      known = Collections.unmodifiableMap(nodes);
      members = known;
    }
    return known;
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
