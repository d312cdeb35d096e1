package dev.concordat.compare.mutation;

import static dev.concordat.compare.mutation.Keywords.isOnly;
import static dev.concordat.compare.mutation.Keywords.isTrue;
import static dev.concordat.compare.mutation.Keywords.number;
import static dev.concordat.compare.mutation.Keywords.with;

import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import java.util.List;
import java.util.Optional;

/// Edits of arrays, and of whether a value may be null.
final class ArrayOperators {
  private static final int FEW = 3;

  private ArrayOperators() {}

  static List<Operator> all() {
    return List.of(
        Operator.of("minItems raised", (schema, random) -> minRaised(schema)),
        Operator.of("minItems removed", (schema, random) -> lost(schema, "minItems")),
        Operator.of("maxItems set", (schema, random) -> maxSet(schema)),
        Operator.of("maxItems removed", (schema, random) -> lost(schema, "maxItems")),
        Operator.of("uniqueItems set", (schema, random) -> unique(schema)),
        Operator.of("uniqueItems removed", (schema, random) -> repeated(schema)),
        Operator.of("array to its item", (schema, random) -> item(schema)),
        Operator.of("null allowed", (schema, random) -> nullable(schema)),
        Operator.of("null forbidden", (schema, random) -> notNullable(schema)));
  }

  private static boolean isPlain(JsonObject schema) {
    return isOnly(schema, "array", "items", "minItems", "maxItems", "nullable")
        && number(schema, "maxItems").map(most -> most.intValue() > FEW).orElse(true)
        && number(schema, "minItems").map(least -> least.intValue() < FEW).orElse(true);
  }

  private static Optional<Edit> minRaised(JsonObject schema) {
    int from = number(schema, "minItems").map(Number::intValue).orElse(0);
    return isPlain(schema)
        ? Edit.of(with(schema, "minItems", from + 1L), Truth.NARROWS)
        : Optional.empty();
  }

  private static Optional<Edit> maxSet(JsonObject schema) {
    return isPlain(schema)
        ? Edit.of(with(schema, "maxItems", FEW), Truth.NARROWS)
        : Optional.empty();
  }

  private static Optional<Edit> lost(JsonObject schema, String keyword) {
    return isPlain(schema) && number(schema, keyword).map(size -> size.signum() > 0).orElse(false)
        ? Edit.of(schema.without(keyword), Truth.WIDENS)
        : Optional.empty();
  }

  private static Optional<Edit> unique(JsonObject schema) {
    return isPlain(schema)
        ? Edit.of(schema.with("uniqueItems", JsonBoolean.of(true)), Truth.NARROWS)
        : Optional.empty();
  }

  private static Optional<Edit> repeated(JsonObject schema) {
    boolean isTwo = number(schema, "maxItems").map(most -> most.intValue() > 1).orElse(true);
    return isTrue(schema, "uniqueItems")
            && isTwo
            && isOnly(schema, "array", "items", "minItems", "maxItems", "nullable", "uniqueItems")
        ? Edit.of(schema.without("uniqueItems"), Truth.WIDENS)
        : Optional.empty();
  }

  private static Optional<Edit> item(JsonObject schema) {
    return isPlain(schema)
            && schema.member("items").orElse(null) instanceof JsonObject item
            && Keywords.type(item).filter(type -> !type.equals("array")).isPresent()
        ? Edit.of(item, Truth.BOTH)
        : Optional.empty();
  }

  private static boolean isSimple(JsonObject schema) {
    return isOnly(schema, "string", "nullable", "format", "minLength", "maxLength", "pattern")
        || isOnly(schema, "integer", "nullable", "format", "minimum", "maximum")
        || isOnly(schema, "number", "nullable", "format", "minimum", "maximum")
        || isOnly(schema, "boolean", "nullable")
        || isOnly(schema, "array", "nullable", "items", "minItems", "maxItems")
        || isOnly(schema, "object", "nullable", "properties", "required", "additionalProperties");
  }

  private static Optional<Edit> nullable(JsonObject schema) {
    return isSimple(schema) && !isTrue(schema, "nullable")
        ? Edit.of(schema.with("nullable", JsonBoolean.of(true)), Truth.WIDENS)
        : Optional.empty();
  }

  private static Optional<Edit> notNullable(JsonObject schema) {
    return isSimple(schema) && isTrue(schema, "nullable")
        ? Edit.of(schema.without("nullable"), Truth.NARROWS)
        : Optional.empty();
  }

  static JsonObject typed(String type) {
    return JsonObject.EMPTY.with("type", new JsonString(type));
  }
}
