package dev.concordat.cases.broken;

import dev.concordat.cases.value.Facts;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Breaks types in ways that readers are known to forgive without saying so: null, a fraction, a number too large for its
/// format.
final class BrokenForms {
  private static final Map<String, BigInteger> ABOVE =
      Map.of("int32", BigInteger.TWO.pow(31), "int64", BigInteger.TWO.pow(63));

  private BrokenForms() {}

  static List<Attempt> of(Facts facts, JsonValue value) {
    var attempts = new ArrayList<Attempt>();
    List<String> types = facts.types();
    if (!types.isEmpty() && !types.contains("null") && value != JsonNull.NULL) {
      attempts.add(
          Attempt.of("type", "null", new Option("null, which is not allowed", JsonNull.NULL)));
    }
    if (value instanceof JsonNumber number && types.equals(List.of("integer"))) {
      BigDecimal half = number.decimal().add(new BigDecimal("0.5"));
      JsonNumber fraction = new JsonNumber(half.toPlainString());
      attempts.add(
          Attempt.of(
              "type", "fraction", new Option("with a fraction (" + fraction + ")", fraction)));
    }
    facts
        .format()
        .filter(format -> value instanceof JsonNumber && ABOVE.containsKey(format))
        .map(ABOVE::get)
        .map(above -> new JsonNumber(above.toString()))
        .ifPresent(
            above ->
                attempts.add(
                    Attempt.of(
                        "format", List.of(new Option("above its format (" + above + ")", above)))));
    return attempts;
  }
}
