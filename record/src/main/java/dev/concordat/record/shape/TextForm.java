package dev.concordat.record.shape;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// A form that texts may have. A text may have several: `2026` is an integer and a run of digits.
public enum TextForm {
  UUID("uuid", 1, Kind.ID, "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"),
  /// github.com/ulid/spec: 26 characters of Crockford's alphabet.
  ULID("", 1, Kind.ID, "[0-7][0-9A-HJKMNP-TV-Z]{25}"),
  /// At least eight bytes in hexadecimal, with digits and letters.
  HASH("", 3, Kind.ID, "(?=[0-9a-f]*[a-f])(?=[0-9a-f]*[0-9])(?:[0-9a-f]{16}|[0-9a-f]{20,128})"),
  DATE_TIME(
      "date-time",
      1,
      Kind.TIME,
      "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})"),
  DATE("date", 1, Kind.TIME, "[0-9]{4}-[0-9]{2}-[0-9]{2}"),
  TIME(
      "time",
      3,
      Kind.TIME,
      "([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])"),
  EMAIL(
      "email",
      1,
      Kind.OTHER,
      "[A-Za-z0-9_%+-]+(\\.[A-Za-z0-9_%+-]+)*@[A-Za-z0-9]+(-[A-Za-z0-9]+)*(\\.[A-Za-z0-9]+(-[A-Za-z0-9]+)*)+"),
  URI(
      "uri",
      1,
      Kind.OTHER,
      "(?:https?|ftp|wss?)://[A-Za-z0-9.-]+(:[0-9]{1,5})?(/[A-Za-z0-9._~!$&'()*+,;=:@/-]*)?([?][A-Za-z0-9._~!$&'()*+,;=:@/?-]*)?(#[A-Za-z0-9._~-]*)?"),
  IPV4("ipv4", 3, Kind.OTHER, "((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(\\.(?!$)|$)){4}"),
  /// Digits without leading zeros, that fit a 64-bit integer.
  INTEGER("", 1, Kind.NUMBER, "-?(?:0|[1-9][0-9]{0,17})"),
  DECIMAL("", 1, Kind.NUMBER, "-?(?:0|[1-9][0-9]{0,17})\\.[0-9]{1,18}"),
  BOOLEAN("", 1, Kind.OTHER, "true|false"),
  /// Digits only: leading zeros matter, as in postal codes.
  DIGITS("", 3, Kind.NUMBER, "[0-9]{1,40}"),
  /// Letters and digits with separators or capitals, such as `TEA-001`, `ord_93kd02`, `B7K2`.
  CODE(
      "",
      3,
      Kind.ID,
      "(?=.*[0-9])(?=.*[A-Za-z])(?=.*[A-Z_-])(?![vV][0-9]+$)[A-Za-z0-9]+([_-][A-Za-z0-9]+)*"),
  /// A word as enumerations have them: `CONFIRMED`, `in_progress`, `on-hold`.
  WORD("", 1, Kind.OTHER, "[A-Z]+(?:_[A-Z]+)*|[a-z]+(?:[_-][a-z]+)*");

  /// What a form says of the value.
  enum Kind {
    ID,
    TIME,
    NUMBER,
    OTHER
  }

  /// Longer texts have no form.
  private static final int MAX_CHARACTERS = 2_048;

  /// Longer texts are no words, codes or addresses; this bounds the patterns that look ahead.
  private static final int MAX_PATTERN_CHARACTERS = 256;

  private final String format;
  private final int least;
  private final Kind kind;
  private final Pattern pattern;

  TextForm(String format, int least, Kind kind, String pattern) {
    this.format = format;
    this.least = least;
    this.kind = kind;
    this.pattern = Pattern.compile(pattern);
  }

  /// All forms that a text has.
  public static Set<TextForm> of(String text) {
    Set<TextForm> found = EnumSet.noneOf(TextForm.class);
    if (text.isEmpty() || text.length() > MAX_CHARACTERS) {
      return found;
    }
    for (TextForm form : values()) {
      if ((form == URI || text.length() <= MAX_PATTERN_CHARACTERS) && form.fits(text)) {
        found.add(form);
      }
    }
    return found;
  }

  /// The name that JSON Schema has for the form; empty where it has none.
  public Optional<String> format() {
    return format.isEmpty() ? Optional.empty() : Optional.of(format);
  }

  /// The form as a regular expression for a whole text.
  String expression() {
    return pattern.pattern();
  }

  /// How many samples must have the form before it is believed.
  int least() {
    return least;
  }

  /// Whether such a value names one thing or one moment, so that it says nothing of the next one.
  public boolean isVolatile() {
    return kind == Kind.ID || kind == Kind.TIME || kind == Kind.NUMBER;
  }

  /// Whether such a value, standing in a path or as a member's name, is surely a value and no word of the interface.
  public static boolean isSurelyValue(String text) {
    Set<TextForm> forms = of(text);
    return forms.stream()
        .anyMatch(
            form ->
                switch (form) {
                  case UUID, ULID, HASH, DATE_TIME, DATE, EMAIL, INTEGER, DIGITS, DECIMAL -> true;
                  case TIME, URI, IPV4, BOOLEAN, CODE, WORD -> false;
                });
  }

  private boolean fits(String text) {
    return pattern.matcher(text).matches()
        && switch (this) {
          case DATE_TIME -> isReal(() -> OffsetDateTime.parse(text));
          case DATE -> isReal(() -> LocalDate.parse(text));
          default -> true;
        };
  }

  /// There is no 30th of February.
  private static boolean isReal(Supplier<Temporal> parsing) {
    try {
      return parsing.get().isSupported(ChronoField.YEAR);
    } catch (DateTimeException e) {
      return false;
    }
  }
}
