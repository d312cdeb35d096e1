package dev.concordat.standin.refusal;

import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.text.SchemaShape;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.problem.DidYouMean;
import dev.concordat.standin.value.Typed;
import dev.concordat.standin.value.ValueMaker;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The valid value that is closest to one that is not.
public final class Nearest {
  private final ValueMaker maker;

  public Nearest(ValueMaker maker) {
    this.maker = maker;
  }

  /// A value that the schema accepts: the mistyped word of a list, the bound that was overstepped, the text cut to its
  /// length, the same value in the other JSON type; else any valid one.
  ///
  /// @param actual the value as the breach shows it
  public Optional<JsonValue> to(Schema schema, String actual) {
    List<JsonValue> candidates = new ArrayList<>();
    List<JsonValue> allowed = schema.view().enumValues().orElseGet(List::of);
    String bare =
        actual.startsWith("\"") && actual.endsWith("\"") && actual.length() > 1
            ? actual.substring(1, actual.length() - 1)
            : actual;
    List<String> words = allowed.stream().flatMap(value -> Typed.text(value).stream()).toList();
    DidYouMean.closest(bare, words)
        .flatMap(word -> Typed.of(schema, word))
        .ifPresent(candidates::add);
    Typed.of(schema, bare).ifPresent(candidates::add);
    if (JsonNumber.isJsonNumber(bare) && new JsonNumber(bare).isTame()) {
      candidates.addAll(bounds(schema, new JsonNumber(bare)));
    }
    schema
        .view()
        .maxLength()
        .filter(most -> most < bare.length())
        .ifPresent(most -> candidates.add(new JsonString(bare.substring(0, most.intValue()))));
    candidates.addAll(allowed);
    maker.least(schema, "nearest/" + schema.place()).ifPresent(candidates::add);
    return candidates.stream().filter(schema::accepts).findFirst();
  }

  private static List<JsonValue> bounds(Schema schema, JsonNumber actual) {
    List<JsonValue> bounds = new ArrayList<>();
    BigDecimal value = actual.decimal();
    schema
        .view()
        .maximum()
        .filter(most -> value.compareTo(most) > 0)
        .ifPresent(most -> bounds.add(JsonNumber.of(most)));
    schema
        .view()
        .minimum()
        .filter(least -> value.compareTo(least) < 0)
        .ifPresent(least -> bounds.add(JsonNumber.of(least)));
    schema
        .view()
        .exclusiveMaximum()
        .filter(most -> value.compareTo(most) >= 0)
        .ifPresent(most -> bounds.add(JsonNumber.of(most.subtract(BigDecimal.ONE))));
    schema
        .view()
        .exclusiveMinimum()
        .filter(least -> value.compareTo(least) <= 0)
        .ifPresent(least -> bounds.add(JsonNumber.of(least.add(BigDecimal.ONE))));
    schema
        .view()
        .multipleOf()
        .filter(step -> step.signum() > 0)
        .ifPresent(
            step -> bounds.add(JsonNumber.of(value.divideToIntegralValue(step).multiply(step))));
    return bounds;
  }

  /// The schema that a breach of a body points at.
  static Optional<Schema> at(Schema schema, List<String> tokens) {
    Optional<Schema> at = Optional.of(schema);
    for (String token : tokens) {
      at =
          at.flatMap(
              holder ->
                  SchemaShape.property(holder, token)
                      .or(() -> token.equals("*") ? SchemaShape.item(holder) : Optional.empty()));
    }
    return at;
  }
}
