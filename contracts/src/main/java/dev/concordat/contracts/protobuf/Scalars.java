package dev.concordat.contracts.protobuf;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.math.BigInteger;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/// Numbers, texts and enumeration values from their JSON form, without losing a digit.
final class Scalars {
  private static final BigInteger MAX_UINT32 = BigInteger.ONE.shiftLeft(32);
  private static final BigInteger MAX_UINT64 = BigInteger.ONE.shiftLeft(64);

  private Scalars() {}

  /// The type as it is written.
  static String name(FieldDescriptor field) {
    return field.getJavaType() == FieldDescriptor.JavaType.ENUM
        ? field.getEnumType().getFullName()
        : field.getType().name().toLowerCase(Locale.ROOT);
  }

  static Optional<Object> of(FieldDescriptor field, JsonValue value) {
    return switch (field.getType()) {
      case INT32, SINT32, SFIXED32 ->
          integer(value).filter(i -> i.bitLength() < 32).map(BigInteger::intValue);
      case UINT32, FIXED32 ->
          integer(value).filter(i -> isBelow(i, MAX_UINT32)).map(BigInteger::intValue);
      case INT64, SINT64, SFIXED64 ->
          integer(value).filter(i -> i.bitLength() < 64).map(BigInteger::longValue);
      case UINT64, FIXED64 ->
          integer(value).filter(i -> isBelow(i, MAX_UINT64)).map(BigInteger::longValue);
      case FLOAT -> floating(value).filter(Scalars::isFloat).map(Double::floatValue);
      case DOUBLE -> floating(value).map(Double::doubleValue);
      case BOOL -> value instanceof JsonBoolean(boolean b) ? Optional.of(b) : Optional.empty();
      case STRING ->
          value instanceof JsonString(String text) ? Optional.of(text) : Optional.empty();
      case BYTES -> bytes(value);
      case ENUM -> enumValue(field, value);
      case MESSAGE, GROUP -> Optional.empty();
    };
  }

  private static boolean isBelow(BigInteger value, BigInteger limit) {
    return value.signum() >= 0 && value.compareTo(limit) < 0;
  }

  private static boolean isFloat(double value) {
    return Double.isInfinite(value) || !Float.isInfinite((float) value);
  }

  /// A map's key, which JSON always writes as a string.
  static Optional<Object> key(FieldDescriptor field, String text) {
    return switch (field.getType()) {
      case BOOL ->
          switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
          };
      default -> of(field, new JsonString(text));
    };
  }

  private static Optional<JsonNumber> number(JsonValue value) {
    return switch (value) {
      case JsonNumber number -> Optional.of(number);
      case JsonString(String text) when JsonNumber.isJsonNumber(text) ->
          Optional.of(new JsonNumber(text));
      default -> Optional.empty();
    };
  }

  /// `1`, `"1"`, `1.0` and `1e2` are integers.
  private static Optional<BigInteger> integer(JsonValue value) {
    return number(value)
        .filter(JsonNumber::isTame)
        .filter(JsonNumber::isInteger)
        .filter(number -> number.decimal().precision() - number.decimal().scale() <= 20)
        .map(number -> number.decimal().toBigInteger());
  }

  private static Optional<Double> floating(JsonValue value) {
    Optional<Double> named =
        value instanceof JsonString(String text)
            ? switch (text) {
              case "NaN" -> Optional.of(Double.NaN);
              case "Infinity" -> Optional.of(Double.POSITIVE_INFINITY);
              case "-Infinity" -> Optional.of(Double.NEGATIVE_INFINITY);
              default -> Optional.empty();
            }
            : Optional.empty();
    if (named.isPresent()) {
      return named;
    }
    return number(value).map(n -> Double.parseDouble(n.digits())).filter(Double::isFinite);
  }

  private static Optional<Object> bytes(JsonValue value) {
    if (!(value instanceof JsonString(String text))) {
      return Optional.empty();
    }
    try {
      String standard = text.replace('-', '+').replace('_', '/');
      return Optional.of(ByteString.copyFrom(Base64.getDecoder().decode(standard)));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private static Optional<Object> enumValue(FieldDescriptor field, JsonValue value) {
    if (value instanceof JsonString(String name)) {
      EnumValueDescriptor named = field.getEnumType().findValueByName(name);
      return Optional.ofNullable(named);
    }
    if (value == JsonNull.NULL
        && field.getEnumType().getFullName().equals("google.protobuf.NullValue")) {
      return Optional.of(field.getEnumType().getValues().getFirst());
    }
    return integer(value)
        .filter(i -> i.bitLength() < 32)
        .flatMap(
            number -> {
              EnumValueDescriptor known = field.getEnumType().findValueByNumber(number.intValue());
              return known == null && field.legacyEnumFieldTreatedAsClosed()
                  ? Optional.empty()
                  : Optional.of(
                      known == null
                          ? field
                              .getEnumType()
                              .findValueByNumberCreatingIfUnknown(number.intValue())
                          : known);
            });
  }
}
