package dev.concordat.contracts.avro;

import dev.concordat.contracts.breach.Breach;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// Holds JSON values without parts against types.
final class ScalarFit {
  private ScalarFit() {}

  static void check(AvroType.Primitive type, JsonValue value, Walk walk, List<AvroFault> faults) {
    Optional<LogicalType> logical = type.logical();
    switch (type.kind()) {
      case NULL -> expect(value == JsonNull.NULL, value, "null", walk, faults);
      case BOOLEAN -> expect(value instanceof JsonBoolean, value, "a boolean", walk, faults);
      case INT ->
          whole(value, Integer.MIN_VALUE, Integer.MAX_VALUE, "an int", logical, walk, faults);
      case LONG -> whole(value, Long.MIN_VALUE, Long.MAX_VALUE, "a long", logical, walk, faults);
      case FLOAT -> expect(isFloating(value, true), value, "a float", walk, faults);
      case DOUBLE -> expect(isFloating(value, false), value, "a double", walk, faults);
      case BYTES -> bytes(value, logical, walk, faults);
      case STRING -> text(value, logical, walk, faults);
    }
  }

  private static void expect(
      boolean holds, JsonValue value, String wanted, Walk walk, List<AvroFault> faults) {
    if (!holds) {
      faults.add(JsonFit.wrongType(value, wanted, walk));
    }
  }

  private static void whole(
      JsonValue value,
      long least,
      long most,
      String wanted,
      Optional<LogicalType> logical,
      Walk walk,
      List<AvroFault> faults) {
    Optional<Long> number = Numbers.whole(value).filter(n -> n >= least && n <= most);
    expect(number.isPresent(), value, wanted, walk, faults);
    logical
        .flatMap(meaning -> number.flatMap(n -> Logical.wrongNumber(meaning, n)))
        .ifPresent(meant -> faults.add(notAllowed(value, meant, walk)));
  }

  /// A number that the type can hold without becoming infinite.
  private static boolean isFloating(JsonValue value, boolean isFloat) {
    return switch (value) {
      case JsonNumber(String digits) ->
          isFloat
              ? Float.isFinite(Float.parseFloat(digits))
              : Double.isFinite(Double.parseDouble(digits));
      case JsonString(String text) ->
          text.equals("NaN") || text.equals("Infinity") || text.equals("-Infinity");
      default -> false;
    };
  }

  private static void text(
      JsonValue value, Optional<LogicalType> logical, Walk walk, List<AvroFault> faults) {
    expect(value instanceof JsonString, value, "a string", walk, faults);
    if (value instanceof JsonString(String text)) {
      logical
          .flatMap(meaning -> Logical.wrongText(meaning, text))
          .ifPresent(meant -> faults.add(notAllowed(value, meant, walk)));
    }
  }

  private static void bytes(
      JsonValue value, Optional<LogicalType> logical, Walk walk, List<AvroFault> faults) {
    if (value instanceof JsonNumber number && isDecimal(logical)) {
      decimal(number, logical.get(), walk, faults);
      return;
    }
    boolean isBytes = value instanceof JsonString(String text) && Numbers.areBytes(text);
    expect(isBytes, value, "bytes, each as a character from U+0000 to U+00FF", walk, faults);
    if (isBytes && value instanceof JsonString(String text)) {
      logical
          .flatMap(meaning -> Logical.wrongBytes(meaning, text))
          .ifPresent(meant -> faults.add(notAllowed(value, meant, walk)));
    }
  }

  private static boolean isDecimal(Optional<LogicalType> logical) {
    return logical.filter(l -> l.kind() == LogicalType.Kind.DECIMAL).isPresent();
  }

  private static void decimal(
      JsonNumber number, LogicalType logical, Walk walk, List<AvroFault> faults) {
    boolean fits = number.isTame() && Logical.unscaled(logical, number.decimal()).isPresent();
    if (!fits) {
      String meant =
          "a decimal of at most "
              + logical.precision()
              + " digits, "
              + logical.scale()
              + " after the point";
      faults.add(notAllowed(number, meant, walk));
    }
  }

  static void fixed(
      AvroDefinition.Fixed fixed, JsonValue value, Walk walk, List<AvroFault> faults) {
    if (value instanceof JsonNumber || !(value instanceof JsonString(String text))) {
      bytes(value, fixed.logical(), walk, faults);
    } else if (text.length() != fixed.size()) {
      faults.add(
          notAllowed(value, fixed.fullName() + ", which has " + fixed.size() + " bytes", walk));
    } else {
      bytes(value, fixed.logical(), walk, faults);
    }
  }

  private static AvroFault notAllowed(JsonValue value, String meant, Walk walk) {
    String shown = JsonFit.shown(value.toString());
    return walk.fault(Breach.Kind.VALUE_NOT_ALLOWED, shown + " is not " + meant, meant, shown);
  }
}
