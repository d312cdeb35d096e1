package dev.concordat.engine.fidelity;

import dev.concordat.contracts.http.Percent;
import dev.concordat.fidelity.change.Alteration;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Cookies of requests: how they are written (RFC 6265, 4.2), what their values may hold, and what to send over their way.
final class CookieWords {
  /// Before the name of a cookie in fields and places.
  static final String PREFIX = "cookie:";

  static final String HEADER = "cookie";

  /// `cookie-value` of RFC 6265, 4.1.1.
  private static final String OCTETS = "[!#-+\\--:<-\\[\\]-~]*";

  private static final Pattern VALUE = Pattern.compile(OCTETS + "|\"" + OCTETS + "\"");

  private static final List<String> PROBES =
      List.of(
          // What Base64 ends with, and what parsers take for a name and a value once more.
          "QUI/+z8_-w==",
          "user=4711&theme=dark",
          "\"in-quotes\"",
          "00501",
          "%22a%3Bb%2C%20c%22",
          "MiXeD.Case|~",
          "x".repeat(999) + "z");

  private CookieWords() {}

  /// A cookie of a request.
  record Pair(String name, String value) {
    @Override
    public String toString() {
      return name + "=" + value;
    }
  }

  /// All of a request, in order; HTTP/2 may send each in a field of its own.
  static List<Pair> of(List<Header> headers) {
    List<Pair> pairs = new ArrayList<>();
    for (Header header : headers) {
      if (header.name().equalsIgnoreCase(HEADER)) {
        for (String piece : header.value().split(";", -1)) {
          String pair = piece.strip();
          int equals = pair.indexOf('=');
          if (equals > 0) {
            pairs.add(new Pair(pair.substring(0, equals), pair.substring(equals + 1)));
          }
        }
      }
    }
    return pairs;
  }

  /// The first of each name.
  static Map<String, String> values(List<Header> headers) {
    Map<String, String> values = new LinkedHashMap<>();
    of(headers).forEach(it -> values.putIfAbsent(it.name(), it.value()));
    return values;
  }

  /// The headers with other cookies, in the place of those that were there.
  static List<Header> with(List<Header> headers, List<Pair> pairs) {
    List<Header> changed = new ArrayList<>(headers);
    changed.removeIf(it -> it.name().equalsIgnoreCase(HEADER));
    if (!pairs.isEmpty()) {
      String line = String.join("; ", pairs.stream().map(Pair::toString).toList());
      changed.add(new Header("Cookie", line));
    }
    return changed;
  }

  static boolean is(String field) {
    return field.startsWith(PREFIX);
  }

  /// Whether a cookie can have the value at all.
  static boolean isLegal(JsonValue value) {
    return VALUE
        .matcher(value instanceof JsonString(String text) ? text : value.toString())
        .matches();
  }

  static Stream<JsonValue> probes() {
    return PROBES.stream().map(JsonString::new);
  }

  /// Quotes around a cookie are delimiters to many who read it, and many escape what they write into one: both keep the
  /// meaning. A token without its padding is another token, and a comma is none between two cookies.
  ///
  /// @param field from which the value came
  static Passage.Arrival judged(Passage.Arrival arrival, String field, Optional<JsonValue> sent) {
    boolean isThere = is(arrival.carried().place().at());
    if (!(sent.orElse(null) instanceof JsonString(String from))
        || !(arrival.shown().value() instanceof JsonString(String to))
        || (!isThere && !is(field))) {
      return arrival;
    }
    Optional<Alteration> said = arrival.judged().map(Meaning.Judged::alteration);
    if (is(field) && said.equals(Optional.of(Alteration.BASE64_REWRITTEN))) {
      return damaged(arrival, Alteration.VALUE_CHANGED);
    }
    boolean isUnquoted = from.length() > 1 && from.equals('"' + to + '"');
    if (isThere && isUnquoted) {
      return damaged(arrival, Alteration.CHARACTERS_LOST);
    }
    if (isThere && to.matches(Pattern.quote(from) + ",\\s*[^=,]+=.*")) {
      return damaged(arrival, Alteration.HEADER_JOINED);
    }
    boolean isEscaped = isThere && Percent.decode(to).equals(from);
    return isUnquoted || isEscaped ? arrival.excused() : arrival;
  }

  private static Passage.Arrival damaged(Passage.Arrival arrival, Alteration alteration) {
    return new Passage.Arrival(
        arrival.carried(), arrival.shown(), Optional.of(new Meaning.Judged(alteration, true)));
  }
}
