package dev.concordat.standin.message;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.util.Optional;

/// What an answer says again of what it answers: members of the same name.
final class Echo {
  private Echo() {}

  /// The members of the request that the answer has too; ids alone where the answer is a documented example.
  static Optional<JsonObject> of(
      Optional<JsonValue> request, Optional<JsonValue> answer, boolean isExample) {
    if (!(request.orElse(null) instanceof JsonObject asked)
        || !(answer.orElse(null) instanceof JsonObject told)) {
      return Optional.empty();
    }
    JsonObject same = JsonObject.EMPTY;
    for (String name : told.members().keySet()) {
      Optional<JsonValue> value = asked.member(name).filter(Echo::isPlain);
      if (value.isPresent() && (!isExample || isId(name))) {
        same = same.with(name, value.get());
      }
    }
    return same.members().isEmpty() ? Optional.empty() : Optional.of(same);
  }

  private static boolean isPlain(JsonValue value) {
    return !(value instanceof JsonObject) && !(value instanceof JsonArray);
  }

  private static boolean isId(String name) {
    return name.equals("id")
        || name.endsWith("Id")
        || name.endsWith("ID")
        || name.endsWith("_id")
        || name.endsWith("-id");
  }
}
