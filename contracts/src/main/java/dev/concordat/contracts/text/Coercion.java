package dev.concordat.contracts.text;

import dev.concordat.contracts.schema.Schema;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Text made a value of the type that a schema asks for, as servers do.
public final class Coercion {
  private static final int MAX_NUMBER_LENGTH = 1_000;

  private Coercion() {}

  /// The reading that the schema accepts; where it accepts none, the one nearest to what it asks for. Empty when the text
  /// cannot be read in any way.
  public static Optional<JsonValue> value(Optional<Schema> schema, Written written) {
    if (schema.isEmpty()) {
      return written.scalar().map(JsonString::new);
    }
    List<JsonValue> candidates = candidates(schema.get(), written);
    for (JsonValue candidate : candidates) {
      if (schema.get().accepts(candidate)) {
        return Optional.of(candidate);
      }
    }
    return candidates.stream().findFirst();
  }

  private static List<JsonValue> candidates(Schema schema, Written written) {
    Set<String> types = SchemaShape.types(schema);
    var candidates = new ArrayList<JsonValue>();
    if (types.contains("array")) {
      written.items().ifPresent(items -> candidates.add(array(schema, items)));
    }
    if (types.contains("object")) {
      written.members().ifPresent(members -> candidates.add(object(Optional.of(schema), members)));
    }
    written.scalar().ifPresent(text -> addScalars(candidates, types, text));
    return candidates;
  }

  private static void addScalars(List<JsonValue> candidates, Set<String> types, String text) {
    if (types.contains("number") || types.contains("integer")) {
      number(text).ifPresent(candidates::add);
    }
    if (types.contains("boolean") && (text.equals("true") || text.equals("false"))) {
      candidates.add(new JsonBoolean(text.equals("true")));
    }
    if (types.contains("null") && (text.isEmpty() || text.equals("null"))) {
      candidates.add(JsonNull.NULL);
    }
    candidates.add(new JsonString(text));
  }

  private static JsonValue array(Schema schema, List<String> items) {
    Optional<Schema> item = SchemaShape.item(schema);
    var values = new ArrayList<JsonValue>(items.size());
    for (String text : items) {
      value(item, Written.ofScalar(text)).ifPresent(values::add);
    }
    return new JsonArray(values);
  }

  public static JsonObject object(Optional<Schema> schema, Map<String, List<String>> members) {
    var values = new LinkedHashMap<String, JsonValue>();
    members.forEach(
        (name, texts) ->
            value(schema.flatMap(s -> SchemaShape.property(s, name)), repeated(texts))
                .ifPresent(value -> values.put(name, value)));
    return new JsonObject(values);
  }

  public static Written repeated(List<String> texts) {
    return new Written(
        String.join(",", texts),
        Optional.of(texts.getFirst()),
        Optional.of(texts),
        Optional.empty());
  }

  /// Servers read `+5` and `05` as 5; JSON does not know these forms.
  private static Optional<JsonValue> number(String text) {
    if (text.length() > MAX_NUMBER_LENGTH) {
      return Optional.empty();
    }
    if (JsonNumber.isJsonNumber(text)) {
      return Optional.of(new JsonNumber(text));
    }
    try {
      return Optional.of(new JsonNumber(new BigInteger(text).toString()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
