package dev.concordat.record.learning;

import dev.concordat.contracts.http.Percent;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.record.shape.TextForm;
import dev.concordat.record.shape.Texts;
import dev.concordat.wire.redaction.Redactor;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/// What one request teaches.
final class RequestLesson {
  private static final int MAX_NAME_CHARACTERS = 100;

  /// Words in names of cookies, headers and parameters that let somebody in.
  private static final List<String> KEY_WORDS =
      List.of("sess", "sid", "token", "auth", "jwt", "key", "secret", "credential", "signature");

  private RequestLesson() {}

  static Requests of(HttpRequestMessage raw, HttpRequestMessage shown) {
    NavigableMap<String, Long> credentials = new TreeMap<>();
    Fields query = query(shown, credentials);
    NavigableMap<String, Long> cookies = new TreeMap<>();
    Fields headers = headers(raw, shown, credentials, cookies);
    NavigableMap<String, Content> bodies = BodyLesson.of(raw.headers(), raw.body(), shown.body());
    return new Requests(
        1,
        query,
        headers,
        cookies,
        bodies,
        bodies.isEmpty() ? 1 : 0,
        credentials,
        credentials.isEmpty() ? 1 : 0);
  }

  private static Fields query(HttpRequestMessage shown, NavigableMap<String, Long> credentials) {
    NavigableMap<String, Field> fields = new TreeMap<>();
    NavigableMap<String, Integer> times = new TreeMap<>();
    for (String pair : shown.query().split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = Percent.decodeForm(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : Percent.decodeForm(pair.substring(equals + 1));
      if (!isName(name)) {
        continue;
      }
      if (value.contains(Redactor.MARK) && isKeyName(name)) {
        credentials.put("query " + name, 1L);
      } else {
        add(fields, times, name, value);
      }
    }
    return new Fields(fields, false);
  }

  private static void add(
      NavigableMap<String, Field> fields,
      NavigableMap<String, Integer> times,
      String name,
      String value) {
    int before = times.merge(name, 1, Integer::sum) - 1;
    Field one = new Field(before == 0 ? 1 : 0, before == 1 ? 1 : 0, Texts.ofParameter(value, 1));
    fields.merge(name, one, Field::merge);
  }

  private static Fields headers(
      HttpRequestMessage raw,
      HttpRequestMessage shown,
      NavigableMap<String, Long> credentials,
      NavigableMap<String, Long> cookies) {
    NavigableMap<String, Field> fields = new TreeMap<>();
    NavigableMap<String, Integer> times = new TreeMap<>();
    for (int at = 0; at < raw.headers().size(); at++) {
      Header header = raw.headers().get(at);
      String name = header.name().toLowerCase(Locale.ROOT);
      String value = shown.headers().get(at).value();
      if (name.equals("authorization")) {
        credentials.put(scheme(header.value()), 1L);
      } else if (name.equals("cookie")) {
        cookies(header.value(), credentials, cookies);
      } else if (HeaderNames.isOfInterestInRequest(name) && isName(name)) {
        if (value.contains(Redactor.MARK) && isKeyName(name)) {
          credentials.put("header " + name, 1L);
        } else {
          add(fields, times, name, value);
        }
      }
    }
    return new Fields(fields, false);
  }

  private static String scheme(String value) {
    int space = value.indexOf(' ');
    String scheme = space < 0 ? "" : value.substring(0, space).toLowerCase(Locale.ROOT);
    return Set.of("bearer", "basic", "digest").contains(scheme) ? scheme : "header authorization";
  }

  private static void cookies(
      String line, NavigableMap<String, Long> credentials, NavigableMap<String, Long> cookies) {
    for (String pair : line.split("; *", -1)) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      if (isName(name) && equals >= 0) {
        if (isKeyName(name)) {
          credentials.put("cookie " + name, 1L);
        } else {
          cookies.put(name, 1L);
        }
      }
    }
  }

  private static boolean isKeyName(String name) {
    String small = name.toLowerCase(Locale.ROOT);
    return KEY_WORDS.stream().anyMatch(small::contains);
  }

  /// Whether it is the name of something, and no value that stands where names do.
  private static boolean isName(String name) {
    return !name.isEmpty()
        && name.length() <= MAX_NAME_CHARACTERS
        && !name.contains(Redactor.MARK)
        && !TextForm.isSurelyValue(name);
  }
}
