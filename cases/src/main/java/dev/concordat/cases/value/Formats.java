package dev.concordat.cases.value;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// Text in the formats that schemas name. Names and addresses come from ranges reserved for examples (RFC 2606, RFC 5737,
/// RFC 3849), times are fixed and plausible.
final class Formats {
  private static final List<String> WORDS =
      List.of("maple", "river", "amber", "cedar", "harbor", "meadow", "willow", "copper");
  private static final List<String> DATES = List.of("2027-03-14", "2027-06-30", "2027-11-05");
  private static final List<String> TIMES = List.of("09:26:53Z", "12:00:00Z", "17:45:10Z");

  private Formats() {}

  static String word(Dice dice) {
    return dice.oneOf(WORDS);
  }

  /// Text in the format; nothing for one that is not known.
  static Optional<String> text(String format, Dice dice) {
    String word = word(dice);
    return Optional.ofNullable(
        switch (format) {
          case "date-time" -> dice.oneOf(DATES) + "T" + dice.oneOf(TIMES);
          case "date" -> dice.oneOf(DATES);
          case "time" -> dice.oneOf(TIMES);
          case "duration" -> "PT15M";
          case "uuid" -> uuid(dice);
          case "email", "idn-email" -> word + "@example.test";
          case "hostname", "idn-hostname" -> word + ".example.test";
          case "ipv4" -> "192.0.2." + (1 + dice.below(254));
          case "ipv6" -> "2001:db8::" + Integer.toHexString(1 + dice.below(0xfffe));
          case "uri", "url", "iri" -> "https://example.test/" + word;
          case "uri-reference", "iri-reference" -> "/" + word;
          case "uri-template" -> "https://example.test/{id}";
          case "json-pointer" -> "/" + word;
          case "relative-json-pointer" -> "0/" + word;
          case "regex" -> word + "+";
          case "byte" -> "bWFwbGU=";
          case "binary" -> word;
          case "password" -> word + "-" + dice.below(1000);
          case "decimal" -> "10.10";
          default -> null;
        });
  }

  /// Text that is plainly not in the format but of an ordinary length; nothing for a format without an unlike.
  static Optional<List<String>> unlike(String format) {
    return Optional.ofNullable(
        switch (format) {
          case "date-time" -> List.of("2027-02-30T25:61:61Z", "not-a-date-time");
          case "date" -> List.of("2027-02-30", "not-a-date");
          case "time" -> List.of("25:61:61Z", "not-a-time");
          case "duration" -> List.of("fifteen minutes", "P");
          case "uuid" -> List.of("not-a-uuid", "11111111-1111-4111-8111-00000000000z");
          case "email", "idn-email" -> List.of("not-an-email");
          case "ipv4" -> List.of("192.0.2.256");
          case "ipv6" -> List.of("2001:db8:::1");
          case "uri", "url", "iri" -> List.of("not a uri");
          case "hostname" -> List.of("-bad-.example.test");
          case "byte" -> List.of("***");
          default -> null;
        });
  }

  private static String uuid(Dice dice) {
    ByteBuffer bytes = ByteBuffer.wrap(dice.next());
    long high = (bytes.getLong() & 0xffff_ffff_ffff_0fffL) | 0x4000L;
    long low = (bytes.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low).toString().toLowerCase(Locale.ROOT);
  }

  /// The bounds of a number format.
  static Optional<BigInteger[]> bounds(String format) {
    return switch (format) {
      case "int32" -> Optional.of(powers(31));
      case "int64" -> Optional.of(powers(63));
      default -> Optional.empty();
    };
  }

  private static BigInteger[] powers(int bits) {
    BigInteger power = BigInteger.TWO.pow(bits);
    return new BigInteger[] {power.negate(), power.subtract(BigInteger.ONE)};
  }
}
