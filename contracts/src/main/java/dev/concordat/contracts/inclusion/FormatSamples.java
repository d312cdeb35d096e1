package dev.concordat.contracts.inclusion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Texts of the known formats, and some that are of none, for trying.
final class FormatSamples {
  private static final List<String> PLAIN =
      List.of("", "a", "0", "aaaaaaaaaaaa", "A b-1", "-1.5", "\u00eb");

  /// Longest piece that is put into a text, in characters.
  private static final int MAX_STRETCHED = 100_000;

  /// Longest label of a host name (RFC 1035, section 2.3.4).
  private static final int MAX_LABEL = 60;

  private static final Map<String, List<String>> SAMPLES =
      Map.ofEntries(
          Map.entry("date-time", List.of("2026-01-06T09:30:00Z", "2026-01-06T09:30:00.123+01:00")),
          Map.entry("date", List.of("2026-01-06")),
          Map.entry("time", List.of("09:30:00Z", "09:30:00+01:00")),
          Map.entry("duration", List.of("P1D", "PT1H30M")),
          Map.entry("email", List.of("a@example.com")),
          Map.entry("idn-email", List.of("a@example.com", "\u00eb@example.com")),
          Map.entry("hostname", List.of("example.com", "a")),
          Map.entry("idn-hostname", List.of("example.com", "ex\u00e4mple.com")),
          Map.entry("ipv4", List.of("192.0.2.1")),
          Map.entry("ipv6", List.of("2001:db8::1", "::")),
          Map.entry("uri", List.of("https://example.com/a", "urn:a:b")),
          Map.entry("uri-reference", List.of("/a", "https://example.com/a")),
          Map.entry("iri", List.of("https://example.com/\u00eb")),
          Map.entry("iri-reference", List.of("/\u00eb")),
          Map.entry("uri-template", List.of("/a/{b}")),
          Map.entry("uuid", List.of("00000000-0000-4000-8000-000000000000")),
          Map.entry("json-pointer", List.of("", "/a")),
          Map.entry("relative-json-pointer", List.of("0", "1/a")),
          Map.entry("regex", List.of("a+")),
          Map.entry("byte", List.of("", "AQI=")),
          Map.entry("binary", List.of("", "a")),
          Map.entry("password", List.of("a")));

  private FormatSamples() {}

  /// A text of a format, empty where none is known.
  static String first(String format) {
    List<String> known = SAMPLES.get(format);
    return known == null ? "" : known.getFirst();
  }

  /// Texts of the formats that are asked for, at least so long where the format has texts so long.
  static List<String> asked(List<Condition> conditions, long min) {
    List<String> asked = new ArrayList<>();
    for (Condition condition : conditions) {
      if (condition instanceof Condition.HasFormat(String format, boolean isPositive)
          && isPositive) {
        for (String sample : SAMPLES.getOrDefault(format, List.of())) {
          asked.add(stretched(format, sample, min));
        }
      }
    }
    return asked;
  }

  /// Texts of all formats and of none, those that are spoken of first.
  static Stream<String> all(List<Condition> conditions) {
    Stream<String> named =
        Stream.of(true, false)
            .flatMap(isAsked -> formats(conditions, isAsked))
            .flatMap(format -> SAMPLES.getOrDefault(format, List.of()).stream());
    return Stream.concat(
        named, Stream.concat(PLAIN.stream(), SAMPLES.values().stream().flatMap(List::stream)));
  }

  private static Stream<String> formats(List<Condition> conditions, boolean isAsked) {
    return conditions.stream()
        .filter(Condition.HasFormat.class::isInstance)
        .map(Condition.HasFormat.class::cast)
        .filter(format -> format.isPositive() == isAsked)
        .map(Condition.HasFormat::format);
  }

  /// A longer text of the same format; the sample itself where the format has none.
  private static String stretched(String format, String sample, long min) {
    long missing = min - sample.codePointCount(0, sample.length());
    if (missing <= 0 || missing > MAX_STRETCHED) {
      return sample;
    }
    int count = (int) missing;
    return switch (format) {
      case "uri", "uri-reference", "iri", "iri-reference", "uri-template", "regex" ->
          sample + "a".repeat(count);
      case "json-pointer", "relative-json-pointer" -> sample + "/" + "a".repeat(count);
      case "email", "idn-email" -> sample.replace("@", "@" + labels(count));
      case "hostname", "idn-hostname" -> labels(count) + sample;
      case "date-time", "time" ->
          sample.replaceFirst("(\\d\\d:\\d\\d:\\d\\d)(\\.\\d+)?", "$1." + "0".repeat(count + 4));
      case "duration" -> "P" + "0".repeat(count) + "1D";
      default -> sample;
    };
  }

  /// Labels of host names, each no longer than may be, each with its dot; together at least so long.
  private static String labels(int count) {
    String label = "a".repeat(MAX_LABEL) + ".";
    return label.repeat(count / label.length()) + "a".repeat(count % label.length() + 1) + ".";
  }
}
