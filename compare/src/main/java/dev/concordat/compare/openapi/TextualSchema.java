package dev.concordat.compare.openapi;

import dev.concordat.contracts.inclusion.Effort;
import dev.concordat.contracts.inclusion.Inclusion;
import dev.concordat.contracts.inclusion.Inclusions;
import dev.concordat.contracts.inclusion.Reading;
import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One schema, made wider by the numbers and flags whose texts it takes.
final class TextualSchema {
  private static final Set<String> WITH_SCHEMA = Set.of("items", "additionalProperties");
  private static final Set<String> WITH_NAMED_SCHEMAS = Set.of("properties", "patternProperties");
  // Beside these a text that is taken by the one part may be refused by another.
  private static final Set<String> INTRICATE =
      Set.of("allOf", "oneOf", "not", "if", "$ref", "dependentSchemas", "unevaluatedProperties");

  private static final JsonObject INTEGERS =
      JsonObject.EMPTY.with("type", new JsonString("integer"));
  private static final JsonObject NUMBERS = JsonObject.EMPTY.with("type", new JsonString("number"));
  private static final String INTEGER_TEXT = "^-?(0|[1-9][0-9]*)$";
  private static final String NUMBER_TEXT = "^-?(0|[1-9][0-9]*)([.][0-9]+)?([eE][-+]?[0-9]+)?$";

  private TextualSchema() {}

  static JsonValue widened(JsonValue schema) {
    if (!(schema instanceof JsonObject object)
        || object.members().keySet().stream().anyMatch(INTRICATE::contains)) {
      return schema;
    }
    Map<String, JsonValue> members = new LinkedHashMap<>();
    object.members().forEach((keyword, value) -> members.put(keyword, inside(keyword, value)));
    var own = new JsonObject(members);
    List<JsonValue> more = takenAsText(object);
    if (more.isEmpty()) {
      return own;
    }
    var alternatives = new ArrayList<JsonValue>(List.of(own));
    alternatives.addAll(more);
    return JsonObject.EMPTY.with("anyOf", new JsonArray(alternatives));
  }

  private static JsonValue inside(String keyword, JsonValue value) {
    if (WITH_SCHEMA.contains(keyword)) {
      return widened(value);
    }
    if (WITH_NAMED_SCHEMAS.contains(keyword) && value instanceof JsonObject object) {
      Map<String, JsonValue> members = new LinkedHashMap<>();
      object.members().forEach((name, each) -> members.put(name, widened(each)));
      return new JsonObject(members);
    }
    if (keyword.equals("anyOf") && value instanceof JsonArray(List<JsonValue> items)) {
      return new JsonArray(items.stream().map(TextualSchema::widened).toList());
    }
    return value;
  }

  /// The values that are no texts, and whose texts the schema takes.
  private static List<JsonValue> takenAsText(JsonObject written) {
    Schema schema = MadeSchemas.of(written);
    var more = new ArrayList<JsonValue>();
    if (takesAll(schema, NUMBER_TEXT)) {
      more.add(NUMBERS);
    } else if (takesAll(schema, INTEGER_TEXT)) {
      more.add(INTEGERS);
    } else {
      addShortIntegers(written, schema, more);
      addListed(written, more);
    }
    List<JsonValue> flags =
        List.of(true, false).stream()
            .filter(flag -> schema.accepts(new JsonString(flag.toString())))
            .<JsonValue>map(JsonBoolean::new)
            .toList();
    if (!flags.isEmpty()) {
      more.add(JsonObject.EMPTY.with("enum", new JsonArray(flags)));
    }
    return more;
  }

  private static boolean takesAll(Schema schema, String pattern) {
    Schema texts =
        MadeSchemas.of(
            JsonObject.EMPTY
                .with("type", new JsonString("string"))
                .with("pattern", new JsonString(pattern)));
    return new Inclusions(Effort.defaults()).check(texts, Reading.LITERAL, schema, Direction.NONE)
        instanceof Inclusion.Proved;
  }

  /// Integers whose texts are not longer than `maxLength`.
  private static void addShortIntegers(JsonObject written, Schema schema, List<JsonValue> more) {
    long digits = schema.view().maxLength().orElse(0L);
    if (digits < 1 || digits > 18 || written.members().containsKey("enum")) {
      return;
    }
    Map<String, JsonValue> unbounded = new LinkedHashMap<>(written.members());
    unbounded.remove("maxLength");
    if (takesAll(MadeSchemas.of(new JsonObject(unbounded)), INTEGER_TEXT)) {
      more.add(
          INTEGERS
              .with("minimum", JsonNumber.of(1 - power(digits - 1)))
              .with("maximum", JsonNumber.of(power(digits) - 1)));
    }
  }

  private static long power(long digits) {
    long power = 1;
    for (long i = 0; i < digits; i++) {
      power *= 10;
    }
    return power;
  }

  /// Numbers among the texts of an `enum`.
  private static void addListed(JsonObject written, List<JsonValue> more) {
    if (written.members().get("enum") instanceof JsonArray(List<JsonValue> listed)) {
      List<JsonValue> numbers =
          listed.stream()
              .filter(JsonString.class::isInstance)
              .map(each -> ((JsonString) each).value())
              .filter(JsonNumber::isJsonNumber)
              .<JsonValue>map(JsonNumber::new)
              .toList();
      if (!numbers.isEmpty()) {
        more.add(JsonObject.EMPTY.with("enum", new JsonArray(numbers)));
      }
    }
  }
}
