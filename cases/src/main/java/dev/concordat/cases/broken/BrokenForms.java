package dev.concordat.cases.broken;

import dev.concordat.cases.value.Facts;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Breaks types in ways that readers are known to forgive without saying so: null, a fraction, a number too large for its
/// format.
final class BrokenForms {
  private static final Map<String, BigInteger> ABOVE =
      Map.of("int32", BigInteger.TWO.pow(31), "int64", BigInteger.TWO.pow(63));

  /// Beyond 64 bits.
  private static final String FAR = "12345678901234567890";

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
    addSpellings(attempts, facts, value);
    if (value instanceof JsonNumber && facts.maximum().or(facts::exclusiveMaximum).isPresent()) {
      var far = new JsonNumber(FAR);
      attempts.add(
          new Attempt(
              List.of("maximum", "exclusiveMaximum"),
              "",
              "far",
              List.of(new Option("far above its maximum (" + FAR + ")", far))));
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

  /// The right value in the wrong spelling: a number or a flag as text, a listed value in other capitals, a text that has
  /// more behind it than its pattern allows.
  private static void addSpellings(List<Attempt> attempts, Facts facts, JsonValue value) {
    boolean isText = facts.types().contains("string") || facts.types().isEmpty();
    if (!isText && (value instanceof JsonNumber || value instanceof JsonBoolean)) {
      var text = new JsonString(value.toString());
      attempts.add(Attempt.of("type", "text", new Option("as text (" + text + ")", text)));
    }
    if (value instanceof JsonString(String text) && !facts.enumeration().isEmpty()) {
      String upper = text.toUpperCase(Locale.ROOT);
      var other = new JsonString(upper.equals(text) ? text.toLowerCase(Locale.ROOT) : upper);
      attempts.add(
          Attempt.of("enum", "case", new Option("in other capitals (" + other + ")", other)));
    }
    if (value instanceof JsonString(String text) && facts.pattern().isPresent()) {
      var longer = new JsonString(text + "!");
      attempts.add(
          Attempt.of(
              "pattern", "suffix", new Option("with more behind it (" + longer + ")", longer)));
    }
  }
}
