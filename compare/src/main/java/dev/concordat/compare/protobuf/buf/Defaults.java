package dev.concordat.compare.protobuf.buf;

import com.google.protobuf.ByteString;
import com.google.protobuf.TextFormat;
import com.google.protobuf.TextFormat.InvalidEscapeSequenceException;
import dev.concordat.contracts.protobuf.EnumType;
import dev.concordat.contracts.protobuf.FieldSpec;
import java.math.BigDecimal;
import java.util.Optional;

/// What a reader takes for a field that was not sent.
sealed interface Defaults {
  /// Strings and bytes.
  record Content(ByteString bytes) implements Defaults {}

  /// Numbers, booleans and enumeration values that are whole.
  record Whole(BigDecimal value) implements Defaults {}

  /// Numbers of type `float` and `double`.
  ///
  /// @param isFloat whether it has the precision of `float` only
  record Floating(double value, boolean isFloat) implements Defaults {}

  /// The default of a field; empty where it can have none.
  static Optional<Defaults> of(FieldSpec field, Side side) {
    boolean isSingle = field.label() != FieldSpec.Label.REPEATED && !field.isMap();
    return isSingle ? single(field, side) : Optional.empty();
  }

  private static Optional<Defaults> single(FieldSpec field, Side side) {
    Optional<String> written = field.defaultValue();
    return switch (field.type()) {
      case "message", "group" -> Optional.empty();
      case "string" -> Optional.of(new Content(ByteString.copyFromUtf8(written.orElse(""))));
      case "bytes" -> Optional.of(new Content(unescaped(written.orElse(""))));
      case "bool" -> Optional.of(whole(written.orElse("").equals("true") ? 1 : 0));
      case "enum" -> side.enumType(field.typeName()).map(type -> whole(number(type, written)));
      case "float" ->
          Optional.of(written.map(text -> floating(text, true)).orElseGet(() -> whole(0)));
      case "double" ->
          Optional.of(written.map(text -> floating(text, false)).orElseGet(() -> whole(0)));
      default ->
          Optional.of(
              written
                  .<Defaults>map(text -> new Whole(new BigDecimal(text)))
                  .orElseGet(() -> whole(0)));
    };
  }

  private static int number(EnumType type, Optional<String> name) {
    return type.values().stream()
        .filter(value -> name.isEmpty() || value.name().equals(name.get()))
        .findFirst()
        .map(EnumType.EnumValue::number)
        .orElse(0);
  }

  private static ByteString unescaped(String text) {
    try {
      return TextFormat.unescapeBytes(text);
    } catch (InvalidEscapeSequenceException notEscaped) {
      return ByteString.copyFromUtf8(text);
    }
  }

  private static Defaults whole(int value) {
    return new Whole(BigDecimal.valueOf(value));
  }

  private static Defaults floating(String text, boolean isFloat) {
    double value =
        switch (text) {
          case "inf" -> Double.POSITIVE_INFINITY;
          case "-inf" -> Double.NEGATIVE_INFINITY;
          case "nan" -> Double.NaN;
          default -> isFloat ? Float.parseFloat(text) : Double.parseDouble(text);
        };
    return new Floating(value, isFloat);
  }

  /// Whether it is what readers take where nothing is said.
  default boolean isZero() {
    return switch (this) {
      case Content(ByteString bytes) -> bytes.isEmpty();
      case Whole(BigDecimal value) -> value.signum() == 0;
      case Floating(double value, boolean isFloat) -> value == 0;
    };
  }

  /// Whether readers take the same. Numbers of different types are compared by their value; a `float` and a `double` by what
  /// a `float` can hold.
  default boolean isSame(Defaults other) {
    return switch (this) {
      case Content content -> content.equals(other);
      case Whole(BigDecimal value) ->
          switch (other) {
            case Content none -> false;
            case Whole(BigDecimal second) -> value.compareTo(second) == 0;
            case Floating(double second, boolean isFloat) -> isExactly(second, value);
          };
      case Floating(double value, boolean isFloat) ->
          switch (other) {
            case Content none -> false;
            case Whole(BigDecimal second) -> isExactly(value, second);
            case Floating(double second, boolean isSecondFloat) ->
                isFloat == isSecondFloat
                    ? isSameNumber(value, second)
                    : isSameNumber((float) value, (float) second);
          };
    };
  }

  private static boolean isExactly(double value, BigDecimal whole) {
    return Double.isFinite(value) && new BigDecimal(value).compareTo(whole) == 0;
  }

  private static boolean isSameNumber(double one, double other) {
    return one == other || (Double.isNaN(one) && Double.isNaN(other));
  }

  /// As it is shown.
  default String shown() {
    return switch (this) {
      case Content(ByteString bytes) -> "\"" + TextFormat.escapeBytes(bytes) + "\"";
      case Whole(BigDecimal value) -> value.toPlainString();
      case Floating(double value, boolean isFloat) ->
          isFloat ? String.valueOf((float) value) : String.valueOf(value);
    };
  }
}
