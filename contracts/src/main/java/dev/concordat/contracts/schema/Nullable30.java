package dev.concordat.contracts.schema;

import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.contracts.tree.ScalarNode;
import dev.concordat.model.json.JsonBoolean;

/// OpenAPI 3.0's `nullable`. Taken at its word: where it says `true`, null is allowed, also beside an `enum` that does not
/// list it or an `allOf` that would refuse it. The specification's clarification (3.0.3) is stricter, but contracts are
/// written with this meaning, and a finding must not rest on a subtlety.
final class Nullable30 {
  private Nullable30() {}

  static boolean allowsNull(Schema schema) {
    return schema.dialect() == Dialect.OPENAPI_3_0
        && schema.node() instanceof ObjectNode object
        && !object.has("$ref")
        && object.get("nullable").orElse(object) instanceof ScalarNode scalar
        && scalar.value() instanceof JsonBoolean(boolean value)
        && value;
  }
}
