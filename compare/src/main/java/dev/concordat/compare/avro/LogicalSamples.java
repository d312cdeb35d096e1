package dev.concordat.compare.avro;

import dev.concordat.contracts.avro.LogicalType;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/// Values that people recognise, in Avro's JSON encoding: what they mean is seen at once, and so is what they are taken
/// for.
final class LogicalSamples {
  /// The 14th of November 2023, 22:13:20 UTC.
  private static final long INSTANT_SECONDS = 1_700_000_000L;

  private static final long INSTANT_DAYS = 19_675;

  /// Half past ten in the morning.
  private static final long TIME_SECONDS = 37_800;

  private static final long MILLIS = 1_000;
  private static final long MICROS = 1_000_000;
  private static final long NANOS = 1_000_000_000;

  /// Digits of a decimal that is written out.
  private static final int MAX_DIGITS = 40;

  private LogicalSamples() {}

  static JsonValue of(LogicalType logical) {
    return switch (logical.kind()) {
      case DECIMAL -> decimal(logical);
      case BIG_DECIMAL -> new JsonString("\u0004\u0003\u00f2\u0004");
      case UUID -> new JsonString("00000000-0000-4000-8000-000000000000");
      case DATE -> JsonNumber.of(INSTANT_DAYS);
      case TIME_MILLIS -> JsonNumber.of(TIME_SECONDS * MILLIS);
      case TIME_MICROS -> JsonNumber.of(TIME_SECONDS * MICROS);
      case TIMESTAMP_MILLIS, LOCAL_TIMESTAMP_MILLIS -> JsonNumber.of(INSTANT_SECONDS * MILLIS);
      case TIMESTAMP_MICROS, LOCAL_TIMESTAMP_MICROS -> JsonNumber.of(INSTANT_SECONDS * MICROS);
      case TIMESTAMP_NANOS, LOCAL_TIMESTAMP_NANOS -> JsonNumber.of(INSTANT_SECONDS * NANOS);
      case DURATION -> new JsonString("\u0001" + "\u0000".repeat(11));
    };
  }

  /// 10.10, or as much of it as there is room for.
  private static JsonValue decimal(LogicalType logical) {
    BigDecimal ten = new BigDecimal(logical.scale() >= 2 ? "10.10" : "10");
    boolean fits = logical.precision() - logical.scale() >= 2;
    return JsonNumber.of(
        (fits ? ten : BigDecimal.valueOf(1, logical.scale())).setScale(logical.scale()));
  }

  /// A decimal of as many digits as there can be.
  static JsonValue longest(LogicalType logical) {
    int digits = Math.min(logical.precision(), MAX_DIGITS);
    int scale = Math.min(logical.scale(), digits);
    return logical.precision() > MAX_DIGITS
        ? JsonNumber.of(
            new BigDecimal(BigInteger.TEN.pow(logical.precision() - 1), logical.scale()))
        : JsonNumber.of(new BigDecimal(new BigInteger("9".repeat(digits)), scale));
  }

  /// A plain value that is none of the logical type; nothing where every one is.
  static Optional<JsonValue> outside(Shape shape, LogicalType logical) {
    return switch (logical.kind()) {
      case UUID -> shape == Shape.FIXED ? Optional.empty() : Optional.of(new JsonString("none"));
      case TIME_MILLIS, TIME_MICROS -> Optional.of(JsonNumber.of(-1));
      case DECIMAL, BIG_DECIMAL ->
          shape == Shape.FIXED ? Optional.empty() : Optional.of(new JsonString(""));
      case DATE,
          TIMESTAMP_MILLIS,
          TIMESTAMP_MICROS,
          TIMESTAMP_NANOS,
          LOCAL_TIMESTAMP_MILLIS,
          LOCAL_TIMESTAMP_MICROS,
          LOCAL_TIMESTAMP_NANOS,
          DURATION ->
          Optional.empty();
    };
  }
}
