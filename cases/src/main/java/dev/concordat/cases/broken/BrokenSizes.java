package dev.concordat.cases.broken;

import dev.concordat.cases.value.Facts;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Breaks how many members objects have.
final class BrokenSizes {
  private static final int MAX_MEMBERS = 200;

  private BrokenSizes() {}

  static List<Attempt> of(Facts facts, JsonValue value) {
    if (!(value instanceof JsonObject object)) {
      return List.of();
    }
    var attempts = new ArrayList<Attempt>();
    int least = facts.minProperties();
    if (least > 0) {
      attempts.add(
          Attempt.of(
              "minProperties",
              List.of(new Option("with fewer than " + least + " members", fewer(facts, object)))));
    }
    facts
        .maxProperties()
        .filter(most -> most < MAX_MEMBERS)
        .ifPresent(
            most ->
                attempts.add(
                    Attempt.of(
                        "maxProperties",
                        List.of(
                            new Option(
                                "with more than " + most + " members", more(object, most))))));
    return attempts;
  }

  private static JsonObject fewer(Facts facts, JsonObject object) {
    JsonObject smaller = object;
    for (String name : object.members().keySet()) {
      if (smaller.size() >= facts.minProperties() && !facts.required().contains(name)) {
        smaller = smaller.without(name);
      }
    }
    return smaller;
  }

  private static JsonObject more(JsonObject object, int most) {
    Optional<JsonValue> like = object.members().values().stream().findFirst();
    var builder = new JsonObject.Builder();
    for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
      builder.add(member.getKey(), member.getValue());
    }
    for (int i = object.size(); i <= most; i++) {
      builder.add("more" + i, like.orElseGet(() -> new JsonString("more")));
    }
    return builder.build();
  }
}
