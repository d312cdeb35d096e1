package dev.concordat.cases.shape;

import dev.concordat.cases.value.Facts;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Text at the ends of what is allowed, and text that programs change on the way.
final class TextChoices {
  /// Longer text than this is left to fuzzing, in characters.
  private static final int MAX_LONG = 20_000;

  /// What stands for long where nothing bounds it, in characters.
  private static final int LONG = 1_000;

  /// Case that expands, combining marks, characters outside the basic plane, two directions, zero width, what looks like
  /// another type, what ends strings or lines elsewhere, leading zeros and spaces.
  private static final List<String> SPECIAL =
      List.of(
          "Zoë 😀",
          "00501",
          "Straße İI",
          "e\u0301 ü",
          "O'Neil \"x\" \\ /",
          "null",
          "\u202eabc\u202c אבג",
          "a\u200bb\ufeffc",
          " padded ",
          "true",
          "1e3",
          "line\nbreak\ttab",
          "👩‍👩‍👧‍👦",
          "<b>&amp;</b>",
          "%41+%2F?&=#",
          "\ud840\udc00中文",
          "ﬁ Ⅷ ½",
          "a,b;c|d");

  private static final Map<String, List<String>> BY_FORMAT =
      Map.of(
          "date",
          List.of(
              "2028-02-29", "2027-12-31", "2027-03-28", "1970-01-01", "9999-12-31", "1900-03-01"),
          "date-time",
          List.of(
              "2028-02-29T23:59:59Z",
              "2027-03-28T02:30:00+01:00",
              "2027-10-31T02:30:00+02:00",
              "2027-06-30T12:00:00.123456789Z",
              "2027-01-01T00:00:00+14:00",
              "2027-01-01T00:00:00-12:00",
              "1970-01-01T00:00:00Z",
              "2016-12-31T23:59:60Z",
              "2027-06-30t12:00:00z",
              "9999-12-31T23:59:59Z"),
          "time",
          List.of("23:59:59Z", "00:00:00+14:00", "12:00:00.5Z"),
          "uuid",
          List.of("00000000-0000-0000-0000-000000000000", "A987FBC9-4BED-4078-8F07-9141BA07C9F3"),
          "email",
          List.of("first.last+tag@example.test", "O'Neil@sub.example.test"),
          "uri",
          List.of("https://example.test/a%20b?c=d&e=f#g", "urn:isbn:0451450523"),
          "ipv6",
          List.of("::1", "2001:db8::192.0.2.1"),
          "duration",
          List.of("P1Y2M3DT4H5M6S", "PT0S", "P1W"),
          "byte",
          List.of("AA==", "/+8="),
          "decimal",
          List.of("10.10", "-0.00", "123456789012345678901234567890.01"));

  private TextChoices() {}

  static void addTo(List<Choice> choices, Facts facts, LeafChoices.Texts texts) {
    Optional<List<String>> formatted = facts.format().map(BY_FORMAT::get);
    if (formatted.isPresent()) {
      choices.add(new Choice("unusual", json(formatted.get().stream())));
      return;
    }
    int least = facts.minLength();
    texts.ofLength(least, least).ifPresent(t -> choices.add(choice("of the least length", t)));
    int most = facts.maxLength().orElse(Math.max(least, LONG));
    if (most <= MAX_LONG) {
      String what = facts.maxLength().isPresent() ? "of the greatest length" : "long";
      texts.ofLength(most, most).ifPresent(t -> choices.add(choice(what, t)));
    }
    choices.add(
        new Choice(
            "unusual",
            json(
                Stream.concat(
                    Stream.concat(
                        texts.ofLength(least + 1, most).stream(),
                        facts.maxLength().stream()
                            .flatMap(m -> texts.ofLength(m - 1, m - 1).stream())),
                    facts.format().isPresent()
                        ? Stream.empty()
                        : SPECIAL.stream().map(text -> fitted(text, least))))));
  }

  /// Made long enough by repetition, so that a least length does not take it out.
  private static String fitted(String text, int least) {
    int length = text.codePointCount(0, text.length());
    return length >= least ? text : text.repeat(1 + least / length);
  }

  private static Choice choice(String what, String text) {
    return Choice.of(what, new JsonString(text));
  }

  private static List<JsonValue> json(Stream<String> texts) {
    return texts.map(text -> (JsonValue) new JsonString(text)).toList();
  }
}
