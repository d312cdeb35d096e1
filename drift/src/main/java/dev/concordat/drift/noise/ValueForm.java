package dev.concordat.drift.noise;

import dev.concordat.model.drift.NoiseKind;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;

/// The form that a value is written in, as far as it tells what the value is.
public enum ValueForm {
  UUID("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", NoiseKind.ID),
  ULID("[0-7][0-9A-HJKMNP-TV-Z]{25}", NoiseKind.ID),
  /// RFC 3339, and without an offset.
  DATE_TIME(
      "[0-9]{4}-[01][0-9]-[0-3][0-9][Tt ][0-2][0-9]:[0-5][0-9](?::[0-6][0-9](?:\\.[0-9]{1,12})?)?(?:[Zz]|[+-][0-2][0-9]:?[0-5][0-9])?",
      NoiseKind.TIME),
  DATE("[0-9]{4}-[01][0-9]-[0-3][0-9]", NoiseKind.TIME),
  TIME(
      "[0-2][0-9]:[0-5][0-9]:[0-6][0-9](?:\\.[0-9]{1,12})?(?:[Zz]|[+-][0-2][0-9]:?[0-5][0-9])?",
      NoiseKind.TIME),
  /// As in the header `Date` (RFC 9110 section 5.6.7).
  HTTP_DATE(
      "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), [0-3][0-9] [A-Z][a-z]{2} [0-9]{4} [0-2][0-9]:[0-5][0-9]:[0-6][0-9] GMT",
      NoiseKind.TIME),
  /// Digests and identifiers in hexadecimal.
  HEX("[0-9a-f]{16,128}", NoiseKind.ID),
  /// Anything else.
  PLAIN("", NoiseKind.RANDOM_TEXT);

  /// Longer texts have no form.
  private static final int MAX_LENGTH = 200;

  /// Seconds and milliseconds since 1970 between the years 2001 and 2100.
  private static final Pattern EPOCH = Pattern.compile("[1-4][0-9]{9}|[1-4][0-9]{12}");

  private final Pattern pattern;
  private final NoiseKind kind;

  ValueForm(String pattern, NoiseKind kind) {
    this.pattern = Pattern.compile(pattern);
    this.kind = kind;
  }

  /// What it is when it varies.
  public NoiseKind kind() {
    return kind;
  }

  /// The form of a value; plain for all that is no text.
  public static ValueForm of(JsonValue value) {
    return value instanceof JsonString(String text) ? of(text) : PLAIN;
  }

  /// The form of a text.
  public static ValueForm of(String text) {
    if (text.length() > MAX_LENGTH) {
      return PLAIN;
    }
    for (ValueForm form : values()) {
      if (form != PLAIN && form.pattern.matcher(text).matches()) {
        return form;
      }
    }
    return PLAIN;
  }

  /// Whether it is a number that tells a moment.
  public static boolean isEpoch(JsonValue value) {
    return value instanceof JsonNumber(String digits) && EPOCH.matcher(digits).matches();
  }

  /// What varies where these two differ: by their form, else by their name.
  public static Optional<NoiseKind> volatileKind(String name, JsonValue one, JsonValue other) {
    ValueForm form = of(one);
    if (form != PLAIN && form == of(other)) {
      return Optional.of(form.kind);
    }
    if (isEpoch(one) && isEpoch(other)) {
      return Optional.of(NoiseKind.TIME);
    }
    boolean isScalar = one.type().equals(other.type());
    return isScalar && isNamedLikeId(name) ? Optional.of(NoiseKind.ID) : Optional.empty();
  }

  /// `id`, `orderId`, `order_id`, `requestID`.
  public static boolean isNamedLikeId(String name) {
    return name.equals("id")
        || name.equals("_id")
        || name.equals("uuid")
        || name.endsWith("Id")
        || name.endsWith("ID")
        || name.endsWith("_id")
        || name.endsWith("-id");
  }
}
