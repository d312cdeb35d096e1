package dev.concordat.compare.mutation;

import static dev.concordat.compare.mutation.Keywords.isOnly;
import static dev.concordat.compare.mutation.Keywords.isTrue;
import static dev.concordat.compare.mutation.Keywords.number;
import static dev.concordat.compare.mutation.Keywords.with;

import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// Edits of numbers. Bounds are moved only where at least {@link #ROOM} integers are on either side of the move, or none.
final class NumberOperators {
  private static final BigDecimal ROOM = BigDecimal.TEN;
  private static final long FAR = 1_000_000;

  private NumberOperators() {}

  static List<Operator> all() {
    return List.of(
        Operator.alsoForText("minimum raised", (schema, random) -> raised(schema)),
        Operator.alsoForText("minimum lowered", (schema, random) -> moved(schema, "minimum", -1)),
        Operator.alsoForText("minimum removed", (schema, random) -> removed(schema, "minimum")),
        Operator.alsoForText("maximum lowered", (schema, random) -> lowered(schema)),
        Operator.alsoForText("maximum raised", (schema, random) -> moved(schema, "maximum", 1)),
        Operator.alsoForText("maximum removed", (schema, random) -> removed(schema, "maximum")),
        Operator.alsoForText("minimum excluded", (schema, random) -> excluded(schema, "minimum")),
        Operator.alsoForText("maximum excluded", (schema, random) -> excluded(schema, "maximum")),
        Operator.alsoForText("multipleOf set", (schema, random) -> multiple(schema)),
        Operator.alsoForText("multipleOf removed", (schema, random) -> anyNumber(schema)),
        Operator.of("integer to number", (schema, random) -> type(schema, "integer", "number")),
        Operator.of("number to integer", (schema, random) -> type(schema, "number", "integer")));
  }

  private static boolean isPlain(JsonObject schema, String... more) {
    return (isOnly(schema, "integer", "minimum", "maximum", "nullable")
            || isOnly(schema, "number", "minimum", "maximum", "nullable"))
        && isWide(schema);
  }

  private static boolean isWide(JsonObject schema) {
    Optional<BigDecimal> least = number(schema, "minimum");
    Optional<BigDecimal> most = number(schema, "maximum");
    return least.isEmpty()
        || most.isEmpty()
        || most.get().subtract(least.get()).compareTo(ROOM.add(ROOM)) > 0;
  }

  private static Optional<Edit> raised(JsonObject schema) {
    if (!isPlain(schema)) {
      return Optional.empty();
    }
    BigDecimal from =
        number(schema, "minimum")
            .or(() -> number(schema, "maximum").map(most -> most.subtract(ROOM.add(ROOM))))
            .orElse(BigDecimal.ZERO);
    return Edit.of(with(schema, "minimum", from.add(ROOM)), Truth.NARROWS);
  }

  private static Optional<Edit> lowered(JsonObject schema) {
    if (!isPlain(schema)) {
      return Optional.empty();
    }
    BigDecimal from =
        number(schema, "maximum")
            .or(() -> number(schema, "minimum").map(least -> least.add(ROOM).add(ROOM)))
            .orElse(BigDecimal.valueOf(FAR));
    return Edit.of(with(schema, "maximum", from.subtract(ROOM)), Truth.NARROWS);
  }

  private static Optional<Edit> moved(JsonObject schema, String bound, int direction) {
    return isPlain(schema) && number(schema, bound).isPresent()
        ? Edit.of(
            with(
                schema,
                bound,
                number(schema, bound)
                    .orElseThrow()
                    .add(ROOM.multiply(BigDecimal.valueOf(direction)))),
            Truth.WIDENS)
        : Optional.empty();
  }

  private static Optional<Edit> removed(JsonObject schema, String bound) {
    return isPlain(schema) && schema.has(bound)
        ? Edit.of(schema.without(bound), Truth.WIDENS)
        : Optional.empty();
  }

  private static Optional<Edit> excluded(JsonObject schema, String bound) {
    String keyword = bound.equals("minimum") ? "exclusiveMinimum" : "exclusiveMaximum";
    boolean isInteger =
        number(schema, bound).map(n -> n.stripTrailingZeros().scale() <= 0).orElse(false);
    return isPlain(schema) && isInteger
        ? Edit.of(schema.with(keyword, JsonBoolean.of(true)), Truth.NARROWS)
        : Optional.empty();
  }

  private static Optional<Edit> multiple(JsonObject schema) {
    return isPlain(schema)
        ? Edit.of(with(schema, "multipleOf", 7), Truth.NARROWS)
        : Optional.empty();
  }

  private static Optional<Edit> anyNumber(JsonObject schema) {
    boolean isReal =
        number(schema, "multipleOf").map(step -> step.compareTo(BigDecimal.ONE) > 0).orElse(false)
            || (isOnly(schema, "number", "minimum", "maximum", "multipleOf", "nullable")
                && schema.has("multipleOf"));
    return isReal && isPlain(schema.without("multipleOf")) && !isTrue(schema, "exclusiveMinimum")
        ? Edit.of(schema.without("multipleOf"), Truth.WIDENS)
        : Optional.empty();
  }

  private static Optional<Edit> type(JsonObject schema, String from, String to) {
    return isPlain(schema) && Keywords.type(schema).equals(Optional.of(from))
        ? Edit.of(
            schema.with("type", new JsonString(to)),
            from.equals("integer") ? Truth.WIDENS : Truth.NARROWS)
        : Optional.empty();
  }
}
