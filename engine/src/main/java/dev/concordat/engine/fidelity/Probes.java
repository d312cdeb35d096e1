package dev.concordat.engine.fidelity;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Values that an honest contract allows and that careless code breaks, the most telling first.
final class Probes {
  private static final List<String> TEXTS =
      List.of(
          // Beyond Latin-1, beyond the basic plane, a combining mark, another script.
          "Zoë 😀 e\u0301 名前",
          "O'Brien & \"Söhne\" <b>x</b> \\ / %",
          "  padded  ",
          "00501",
          "line one\r\nline two\ttabbed",
          // One letter composed, one decomposed, a ligature.
          "\u00c5 A\u030a \ufb01",
          // Right-to-left text and marks of direction.
          "\u202babc\u202c \u05d0\u05d1 \u200f1",
          "1 + 1 = 2%20&amp;#39;",
          "10.10",
          "1e5",
          "-0",
          "null",
          "MiXeD straße İı",
          "   ",
          "",
          "QUI/+z8_-w==",
          "NaN",
          "true",
          "{\"a\":1}");

  private static final List<String> MAILS =
      List.of(
          "first.last+tag@sub.example.org",
          "MiXeD.Case@example.org",
          "o'brien@example.org",
          "0050100@example.org");

  private static final List<String> ADDRESSES =
      List.of("https://example.org/a%20b/?x=1&y=%2F+#part", "https://example.org/%C3%A9");

  private static final List<String> INSTANTS =
      List.of(
          "2027-03-28T09:30:00.123456+02:00",
          // An hour that does not exist, and one that exists twice, in Central Europe.
          "2027-03-28T02:30:00Z",
          "2027-10-31T01:30:00Z",
          "2027-01-01T00:30:00+02:00",
          "2028-02-29T23:59:59.999Z",
          "2027-07-01T12:00:00.123456789Z",
          "2027-12-31T23:59:59-11:00");

  private static final List<String> DATES =
      List.of("2028-02-29", "2027-12-31", "2027-01-01", "2027-03-28", "2027-05-06");

  private static final List<String> WHOLE =
      List.of(
          "9007199254740993",
          "2147483648",
          "999999999999999999",
          "9223372036854775807",
          "16777217",
          "4294967296",
          "-9007199254740993",
          "1",
          "0",
          "-1");

  private static final List<String> DECIMAL =
      List.of(
          "10.10",
          "1234567.89",
          "123456789012345678.12",
          "0.123456789012345678",
          "16777217.25",
          "0.30",
          "9007199254740993",
          "1.005",
          "-0.0",
          "100",
          "0.00");

  /// Texts that are decimals by their pattern.
  private static final List<String> DECIMAL_TEXTS =
      List.of(
          "10.10",
          "1234567.89",
          "16777217.25",
          "90071992547409.93",
          "123456789012345678.12",
          "0.10",
          "100.00",
          "0.123456789012345678",
          "1.5",
          "100");

  private static final int MAX_LENGTH = 4_000;

  private Probes() {}

  /// @param isAllowed what contracts say
  static List<JsonValue> like(JsonValue example, Predicate<JsonValue> isAllowed) {
    Set<JsonValue> chosen = new LinkedHashSet<>();
    candidates(example, isAllowed)
        .filter(candidate -> !candidate.equals(example))
        .filter(isAllowed)
        .forEach(chosen::add);
    return List.copyOf(chosen);
  }

  private static Stream<JsonValue> candidates(JsonValue example, Predicate<JsonValue> isAllowed) {
    return switch (example) {
      case JsonString(String text) -> texts(text, isAllowed);
      case JsonNumber ignored -> {
        boolean isWhole = !isAllowed.test(new JsonNumber("10.25"));
        List<String> digits = isWhole ? WHOLE : DECIMAL;
        yield Stream.concat(digits.stream().map(JsonNumber::new), greatest(isAllowed));
      }
      case JsonArray(var items) -> lists(items);
      default -> Stream.of();
    };
  }

  private static Stream<JsonValue> texts(String example, Predicate<JsonValue> isAllowed) {
    if (isInstant(example)) {
      return strings(INSTANTS.stream());
    }
    if (isDate(example)) {
      return strings(DATES.stream());
    }
    if (example.matches("[^@ ]+@[^@ ]+")) {
      return strings(MAILS.stream());
    }
    if (example.matches("https?://.*")) {
      return strings(ADDRESSES.stream());
    }
    if (example.matches("-?[0-9]+[.][0-9]+")) {
      return strings(DECIMAL_TEXTS.stream());
    }
    return Stream.concat(
        strings(TEXTS.stream().limit(3)),
        Stream.concat(longest(isAllowed), strings(TEXTS.stream().skip(3))));
  }

  private static Stream<JsonValue> strings(Stream<String> texts) {
    return texts.map(JsonString::new);
  }

  /// The longest text that is allowed, its end unlike the rest.
  private static Stream<JsonValue> longest(Predicate<JsonValue> isAllowed) {
    int least = 1;
    int most = MAX_LENGTH;
    if (!isAllowed.test(ofLength(least))) {
      return Stream.of();
    }
    while (least < most) {
      int middle = (least + most + 1) / 2;
      if (isAllowed.test(ofLength(middle))) {
        least = middle;
      } else {
        most = middle - 1;
      }
    }
    return Stream.of(ofLength(least));
  }

  private static JsonString ofLength(int length) {
    return new JsonString("x".repeat(length - 1) + "z");
  }

  /// The greatest integer with as many nines as are allowed.
  private static Stream<JsonValue> greatest(Predicate<JsonValue> isAllowed) {
    Optional<JsonValue> greatest = Optional.empty();
    BigInteger nines = BigInteger.ZERO;
    for (int digits = 1; digits <= 18; digits++) {
      nines = nines.multiply(BigInteger.TEN).add(BigInteger.valueOf(9));
      JsonValue candidate = new JsonNumber(nines.toString());
      if (isAllowed.test(candidate)) {
        greatest = Optional.of(candidate);
      }
    }
    return greatest.stream();
  }

  /// Turned around, with one item twice, one item, none.
  private static Stream<JsonValue> lists(List<JsonValue> items) {
    List<JsonValue> turned = items.reversed();
    List<JsonValue> twice = new ArrayList<>(turned);
    twice.addAll(items.subList(0, Math.min(1, items.size())));
    return Stream.of(
        new JsonArray(turned),
        new JsonArray(twice),
        new JsonArray(items.subList(0, Math.min(1, items.size()))),
        new JsonArray(List.of()));
  }

  private static boolean isInstant(String text) {
    try {
      return OffsetDateTime.parse(text).getYear() > 0;
    } catch (DateTimeException notAnInstant) {
      return false;
    }
  }

  private static boolean isDate(String text) {
    try {
      return text.length() == 10 && LocalDate.parse(text).getYear() > 0;
    } catch (DateTimeException notADate) {
      return false;
    }
  }
}
