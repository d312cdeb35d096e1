package dev.concordat.cases.broken;

import dev.concordat.cases.value.Facts;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/// Breaks what objects must and may have.
final class BrokenMembers {
  private static final String UNKNOWN = "unknownMember";

  private BrokenMembers() {}

  static List<Attempt> of(Facts facts, JsonValue value) {
    if (!(value instanceof JsonObject object)) {
      return List.of();
    }
    var attempts = new ArrayList<Attempt>();
    for (String name : facts.required()) {
      if (object.member(name).isPresent()) {
        attempts.add(
            new Attempt(
                List.of("required"), name, List.of(new Option("missing", object.without(name)))));
      }
    }
    if (facts.forbidsOthers()) {
      attempts.add(
          new Attempt(
              List.of("additionalProperties", "unevaluatedProperties", "false"),
              UNKNOWN,
              List.of(
                  new Option(
                      "not known to the contract",
                      object.with(UNKNOWN, new JsonString("unexpected"))))));
    }
    return attempts;
  }
}
