package dev.concordat.contracts.avro;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a value means beyond its type.
///
/// @param precision digits of a decimal; 0 for everything else
/// @param scale digits after a decimal's point; 0 for everything else
public record LogicalType(Kind kind, int precision, int scale) {

  /// The logical types of Avro 1.12.
  public enum Kind {
    DECIMAL("bytes", true),
    BIG_DECIMAL("bytes", false),
    UUID("string", true),
    DATE("int", false),
    TIME_MILLIS("int", false),
    TIME_MICROS("long", false),
    TIMESTAMP_MILLIS("long", false),
    TIMESTAMP_MICROS("long", false),
    TIMESTAMP_NANOS("long", false),
    LOCAL_TIMESTAMP_MILLIS("long", false),
    LOCAL_TIMESTAMP_MICROS("long", false),
    LOCAL_TIMESTAMP_NANOS("long", false),
    DURATION("fixed", true);

    private final String carrier;
    private final boolean isForFixed;

    Kind(String carrier, boolean isForFixed) {
      this.carrier = carrier;
      this.isForFixed = isForFixed;
    }

    /// As a schema spells it.
    public String text() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The types that may carry it.
    List<String> carriers() {
      return isForFixed && !carrier.equals("fixed") ? List.of(carrier, "fixed") : List.of(carrier);
    }

    static Optional<Kind> named(String text) {
      return Arrays.stream(values()).filter(kind -> kind.text().equals(text)).findFirst();
    }

    static List<String> names() {
      return Arrays.stream(values()).map(Kind::text).toList();
    }
  }

  static LogicalType of(Kind kind) {
    return new LogicalType(kind, 0, 0);
  }
}
