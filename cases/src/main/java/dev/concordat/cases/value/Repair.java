package dev.concordat.cases.value;

import dev.concordat.contracts.schema.Violation;
import dev.concordat.contracts.tree.Pointers;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Adds members that only a condition requires (`if`, `dependentRequired`), which show when the value is validated.
final class Repair {
  private Repair() {}

  /// The value with the missing members; nothing when something else is wrong with it.
  static Optional<JsonValue> of(JsonValue value, List<Violation> violations, Dice dice) {
    JsonValue repaired = value;
    for (Violation violation : violations) {
      if (!violation.keyword().equals("required")
          && !violation.keyword().equals("dependentRequired")) {
        return Optional.empty();
      }
      List<String> tokens = Pointers.tokens(violation.instancePointer()).orElseGet(List::of);
      repaired = with(repaired, tokens, new JsonString(Formats.word(dice)));
    }
    return Optional.of(repaired);
  }

  private static JsonValue with(JsonValue holder, List<String> tokens, JsonValue member) {
    if (tokens.isEmpty()) {
      return member;
    }
    String token = tokens.getFirst();
    List<String> rest = tokens.subList(1, tokens.size());
    return switch (holder) {
      case JsonObject object ->
          object.with(token, with(object.member(token).orElse(JsonObject.EMPTY), rest, member));
      case JsonArray(List<JsonValue> items) -> {
        var changed = new ArrayList<>(items);
        int index = Integer.parseInt(token);
        changed.set(index, with(items.get(index), rest, member));
        yield new JsonArray(changed);
      }
      default -> holder;
    };
  }
}
