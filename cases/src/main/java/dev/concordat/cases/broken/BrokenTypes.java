package dev.concordat.cases.broken;

import dev.concordat.cases.value.Facts;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Breaks types, constants and enumerations.
final class BrokenTypes {
  private static final String UNLISTED = "NOT_LISTED";

  private BrokenTypes() {}

  /// Values of another type that no lenient reader takes for the right one: no `"7"` for 7, no 7 for `"7"`.
  static List<Attempt> of(Facts facts, JsonValue value) {
    var attempts = new ArrayList<Attempt>();
    List<String> types = facts.types();
    if (!types.isEmpty()) {
      var wrong = new ArrayList<JsonValue>();
      if (!types.contains("string")) {
        wrong.add(new JsonString("not-" + article(types.getFirst())));
      }
      if (!types.contains("object")) {
        wrong.add(new JsonObject(Map.of("unexpected", new JsonString("object"))));
      }
      if (!types.contains("array")) {
        wrong.add(JsonArray.of(new JsonString("unexpected")));
      }
      attempts.add(
          Attempt.of(
              "type",
              wrong.stream().map(v -> new Option("of the wrong type (" + v + ")", v)).toList()));
    }
    if (!facts.enumeration().isEmpty()) {
      attempts.add(Attempt.of("enum", unlisted(value, "not one of the listed values")));
    }
    facts
        .constant()
        .ifPresent(
            c -> attempts.add(Attempt.of("const", unlisted(c, "not the one value allowed"))));
    return attempts;
  }

  private static String article(String type) {
    return ("aeiou".indexOf(type.charAt(0)) >= 0 ? "an-" : "a-") + type;
  }

  private static List<Option> unlisted(JsonValue like, String what) {
    Stream<JsonValue> values =
        like instanceof JsonNumber
            ? Stream.of(JsonNumber.of(987_654), JsonNumber.of(-987_654))
            : Stream.of(new JsonString(UNLISTED));
    return values.map(v -> new Option(what + " (" + v + ")", v)).toList();
  }
}
