package dev.concordat.record.flow;

import dev.concordat.contracts.http.MediaType;
import dev.concordat.contracts.http.Percent;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.Headers;
import dev.concordat.model.exchange.HttpExchange;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.record.learning.Edge;
import dev.concordat.record.learning.Route;
import dev.concordat.record.shape.TextForm;
import dev.concordat.wire.redaction.Redactor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Remembers the ids of the newest answers, and tells where they are used again. What matters is the order in which
/// exchanges came, so this is no fold. For one thread.
public final class Trail {
  private static final int MAX_REMEMBERED = 1_000;
  private static final int MAX_VALUES_OF_A_BODY = 50;
  private static final int MAX_DEPTH = 4;

  /// Shorter numbers come up by chance.
  private static final int LEAST_DIGITS = 4;

  private static final int LEAST_ERROR = 400;

  private record Source(Route route, String pointer, boolean isCreated) {}

  private final Map<String, Source> sources =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Source> eldest) {
          return size() > MAX_REMEMBERED;
        }
      };

  /// The uses that an exchange makes of earlier answers; its own answer is remembered.
  ///
  /// @param shown without secrets
  public Set<Edge> follow(HttpExchange shown, Route route) {
    Optional<HttpResponseMessage> response = shown.response();
    if (response.isEmpty() || response.get().status() >= LEAST_ERROR) {
      return Set.of();
    }
    Set<Edge> edges = new TreeSet<>();
    for (Map.Entry<String, String> used : used(shown.request(), route).entrySet()) {
      Source source = sources.get(used.getKey());
      if (source != null && isMeant(source, route, used)) {
        edges.add(new Edge(source.route(), source.pointer(), route, used.getValue()));
      }
    }
    remember(response.get(), route);
    return edges;
  }

  /// Short numbers only count where they go below the path that answered them.
  private static boolean isMeant(Source source, Route route, Map.Entry<String, String> used) {
    if (source.route().equals(route)) {
      return false;
    }
    Set<TextForm> forms = TextForm.of(used.getKey());
    boolean isShortNumber =
        forms.contains(TextForm.INTEGER) && used.getKey().length() < LEAST_DIGITS;
    return !isShortNumber
        || (used.getValue().startsWith("path") && route.path().startsWith(source.route().path()));
  }

  private void remember(HttpResponseMessage response, Route route) {
    boolean isCreated = route.method().equals("POST") || route.method().equals("PUT");
    if (!isCreated) {
      return;
    }
    Map<String, String> values = new LinkedHashMap<>();
    json(response.headers(), response.body()).ifPresent(value -> collect(value, "", values, 0));
    values.forEach(
        (text, pointer) -> {
          Source known = sources.get(text);
          // Who created a thing is its source, whatever repeated its id later.
          if (known == null || !known.isCreated()) {
            sources.put(text, new Source(route, pointer, route.method().equals("POST")));
          }
        });
  }

  private static Map<String, String> used(HttpRequestMessage request, Route route) {
    Map<String, String> used = new LinkedHashMap<>();
    List<String> segments = Route.segmentsOf(request.path());
    for (int at = 0; at < Math.min(segments.size(), route.segments().size()); at++) {
      if (Route.isParameter(route.segments().get(at))) {
        used.putIfAbsent(Percent.decode(segments.get(at)), "path " + at);
      }
    }
    for (String pair : request.query().split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        String value = Percent.decodeForm(pair.substring(equals + 1));
        if (isId(value)) {
          used.putIfAbsent(value, "query " + Percent.decodeForm(pair.substring(0, equals)));
        }
      }
    }
    Map<String, String> inBody = new LinkedHashMap<>();
    json(request.headers(), request.body()).ifPresent(value -> collect(value, "", inBody, 0));
    inBody.forEach((text, pointer) -> used.putIfAbsent(text, "body " + pointer));
    return used;
  }

  private static Optional<JsonValue> json(List<Header> headers, Bytes body) {
    boolean isJson =
        Headers.first(headers, "content-type")
            .flatMap(MediaType::parse)
            .filter(MediaType::isJson)
            .isPresent();
    return isJson && !body.isCut() ? JsonParser.parse(body.toArray()).value() : Optional.empty();
  }

  /// Ids in a body with their pointers; of arrays the first item only.
  private static void collect(
      JsonValue value, String pointer, Map<String, String> found, int depth) {
    if (depth > MAX_DEPTH || found.size() >= MAX_VALUES_OF_A_BODY) {
      return;
    }
    switch (value) {
      case JsonString(String text) when isId(text) -> found.putIfAbsent(text, pointer);
      case JsonNumber(String digits) when isIdMember(pointer) -> found.putIfAbsent(digits, pointer);
      case JsonArray(List<JsonValue> items) when !items.isEmpty() ->
          collect(items.getFirst(), pointer + "/0", found, depth + 1);
      case JsonObject object -> {
        for (int at = 0; at < object.size(); at++) {
          collect(object.valueAt(at), pointer + "/" + object.nameAt(at), found, depth + 1);
        }
      }
      default -> {}
    }
  }

  private static boolean isIdMember(String pointer) {
    String name = pointer.substring(pointer.lastIndexOf('/') + 1);
    return name.equals("id") || name.endsWith("Id") || name.endsWith("_id");
  }

  private static boolean isId(String text) {
    if (text.contains(Redactor.MARK)) {
      return false;
    }
    Set<TextForm> forms = TextForm.of(text);
    return forms.contains(TextForm.UUID)
        || forms.contains(TextForm.ULID)
        || forms.contains(TextForm.CODE)
        || (forms.contains(TextForm.INTEGER) && text.length() >= LEAST_DIGITS);
  }
}
