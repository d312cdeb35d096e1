package dev.concordat.contracts.schema;

import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `required`. A member that does not travel this way (`readOnly` in requests, `writeOnly` in responses) may be missing.
record RequiredKeyword(List<String> names) implements Keyword {
  static Optional<Keyword> compile(KeywordSource source) {
    if (source.dialect() == Dialect.SWAGGER_2_0 && isParameter(source.object())) {
      // A parameter of Swagger 2.0 is its own schema; its `required` is not the schema's.
      return Optional.empty();
    }
    return source.texts().map(RequiredKeyword::new);
  }

  private static boolean isParameter(ObjectNode object) {
    return Names.text(object, "name").isPresent() && Names.text(object, "in").isPresent();
  }

  @Override
  public boolean check(JsonValue value, Check check, @Nullable Evaluated marks) {
    if (!(value instanceof JsonObject object)) {
      return true;
    }
    boolean holds = true;
    for (String name : names) {
      if (!object.has(name) && !OneWay.staysAtHome(name, check)) {
        if (!check.reports()) {
          return false;
        }
        holds =
            check.failsAtMember(
                "required", name, null, "is missing, the contract requires it", "present");
      }
    }
    return holds;
  }
}
