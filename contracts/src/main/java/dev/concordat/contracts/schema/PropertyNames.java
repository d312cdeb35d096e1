package dev.concordat.contracts.schema;

import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `propertyNames`.
record PropertyNames(Schema schema) implements Keyword {
  static Optional<Keyword> compile(KeywordSource source) {
    return source.schemaValue().map(PropertyNames::new);
  }

  @Override
  public boolean check(JsonValue value, Check check, @Nullable Evaluated marks) {
    if (!(value instanceof JsonObject object)) {
      return true;
    }
    boolean holds = true;
    for (int at = 0; at < object.size(); at++) {
      String name = object.nameAt(at);
      if (!check.nameWouldDo(schema, new JsonString(name))) {
        if (!check.reports()) {
          return false;
        }
        holds =
            check.failsAtMember(
                "propertyNames",
                name,
                object.valueAt(at),
                "is not a name that the contract allows",
                "a name as in " + schema.place().shortForm());
      }
    }
    return holds;
  }
}
