package dev.concordat.contracts.inclusion;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Texts of the known formats, and some that are of none, for trying.
final class FormatSamples {
  private static final List<String> PLAIN =
      List.of("", "a", "0", "aaaaaaaaaaaa", "A b-1", "-1.5", "\u00eb");

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

  static Stream<String> of(List<Condition> conditions) {
    Stream<String> named =
        conditions.stream()
            .filter(Condition.HasFormat.class::isInstance)
            .map(Condition.HasFormat.class::cast)
            .flatMap(format -> SAMPLES.getOrDefault(format.format(), List.of()).stream());
    return Stream.concat(
        named, Stream.concat(PLAIN.stream(), SAMPLES.values().stream().flatMap(List::stream)));
  }
}
