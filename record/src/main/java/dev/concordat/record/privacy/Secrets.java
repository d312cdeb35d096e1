package dev.concordat.record.privacy;

import dev.concordat.contracts.http.MediaType;
import dev.concordat.contracts.http.Percent;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The secrets of an exchange as texts, found by comparing it with what was left of it: they are looked for elsewhere.
final class Secrets {
  /// Shorter texts are also words.
  private static final int LEAST_CHARACTERS = 6;

  private static final int MAX_SECRETS = 200;
  private static final Pattern SCHEME = Pattern.compile("(?i)^(basic|bearer|token|digest) +");
  private static final Pattern LETTER = Pattern.compile("[^0-9.,:;+ -]");

  /// The longest first, so that none is cut by one that it holds.
  private final Set<String> found =
      new TreeSet<>(
          Comparator.comparingInt(String::length)
              .reversed()
              .thenComparing(Comparator.naturalOrder()));

  private Secrets() {}

  static Set<String> of(
      HttpRequestMessage request,
      HttpRequestMessage shownRequest,
      Optional<HttpResponseMessage> response,
      Optional<HttpResponseMessage> shownResponse) {
    var secrets = new Secrets();
    secrets.headers(request.headers(), shownRequest.headers());
    secrets.pairs(request.query(), shownRequest.query(), "&");
    secrets.body(request.headers(), request.body(), shownRequest.body());
    if (response.isPresent() && shownResponse.isPresent()) {
      secrets.headers(response.get().headers(), shownResponse.get().headers());
      secrets.body(response.get().headers(), response.get().body(), shownResponse.get().body());
    }
    return secrets.found;
  }

  private void headers(List<Header> raw, List<Header> shown) {
    for (int at = 0; at < Math.min(raw.size(), shown.size()); at++) {
      Header header = raw.get(at);
      String value = header.value();
      if (value.equals(shown.get(at).value()) || header.name().equalsIgnoreCase("content-length")) {
        continue;
      }
      if (header.name().toLowerCase(Locale.ROOT).endsWith("cookie")) {
        cookies(value);
      } else {
        String bare = SCHEME.matcher(value).replaceFirst("");
        add(bare);
        if (value.regionMatches(true, 0, "basic ", 0, 6)) {
          basic(bare);
        }
      }
    }
  }

  private void cookies(String value) {
    for (String pair : value.split("; *", -1)) {
      int equals = pair.indexOf('=');
      boolean isAttribute =
          equals > 0
              && Set.of("path", "domain", "expires", "max-age", "samesite")
                  .contains(pair.substring(0, equals).toLowerCase(Locale.ROOT));
      if (equals > 0 && !isAttribute) {
        add(pair.substring(equals + 1));
      }
    }
  }

  private void basic(String encoded) {
    try {
      String both = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
      add(both.substring(both.indexOf(':') + 1));
    } catch (IllegalArgumentException notBase64) {
      add(encoded);
    }
  }

  private void pairs(String raw, String shown, String separator) {
    String[] before = raw.split(separator, -1);
    String[] after = shown.split(separator, -1);
    for (int at = 0; at < Math.min(before.length, after.length); at++) {
      int equals = before[at].indexOf('=');
      if (equals > 0 && !before[at].equals(after[at])) {
        add(before[at].substring(equals + 1));
        add(Percent.decodeForm(before[at].substring(equals + 1)));
      }
    }
  }

  private void body(List<Header> headers, Bytes raw, Bytes shown) {
    if (raw.size() == 0 || raw.equals(shown)) {
      return;
    }
    boolean isForm =
        headers.stream()
            .filter(header -> header.name().equalsIgnoreCase("content-type"))
            .flatMap(header -> MediaType.parse(header.value()).stream())
            .anyMatch(MediaType::isForm);
    if (isForm) {
      pairs(raw.utf8(), shown.utf8(), "&");
      return;
    }
    Optional<JsonValue> before = JsonParser.parse(raw.toArray()).value();
    Optional<JsonValue> after = JsonParser.parse(shown.toArray()).value();
    if (before.isPresent() && after.isPresent()) {
      values(before.get(), after.get());
    }
  }

  private void values(JsonValue raw, JsonValue shown) {
    switch (raw) {
      case JsonString(String text) when !raw.equals(shown) -> add(text);
      case JsonArray(List<JsonValue> items) -> {
        List<JsonValue> others = shown instanceof JsonArray(List<JsonValue> all) ? all : List.of();
        for (int at = 0; at < items.size(); at++) {
          values(items.get(at), at < others.size() ? others.get(at) : shown);
        }
      }
      case JsonObject object -> {
        for (int at = 0; at < object.size(); at++) {
          Optional<JsonValue> other =
              shown instanceof JsonObject it ? it.member(object.nameAt(at)) : Optional.empty();
          values(object.valueAt(at), other.orElse(shown));
        }
      }
      default -> {}
    }
  }

  private void add(String secret) {
    if (secret.length() >= LEAST_CHARACTERS
        && found.size() < MAX_SECRETS
        && LETTER.matcher(secret).find()) {
      found.add(secret);
    }
  }
}
