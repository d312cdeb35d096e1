package dev.concordat.engine.fidelity;

import dev.concordat.contracts.http.ParameterLocation;
import dev.concordat.contracts.http.Percent;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A request as a form with fields: each value that can be set has a name, as places have it, and can be filled in.
final class RequestForm {
  /// Fields of one request that are followed.
  private static final int MAX_FIELDS = 60;

  private final Operation operation;
  private final HttpRequestMessage base;
  private final Optional<JsonValue> body;
  private final Map<String, JsonValue> fields = new LinkedHashMap<>();

  RequestForm(Operation operation, HttpRequestMessage base) {
    this.operation = operation;
    this.base = base;
    this.body =
        base.body().size() == 0
            ? Optional.empty()
            : JsonParser.parse(base.body().toArray())
                .value()
                .filter(it -> it instanceof JsonObject || it instanceof JsonArray);
    pathValues().forEach((name, value) -> fields.put("path:" + name, text(value)));
    Sightings.query(base.query())
        .forEach((name, value) -> fields.put("query:" + name, text(value)));
    operation.operation().parameters(ParameterLocation.HEADER).stream()
        .map(parameter -> parameter.name().toLowerCase(Locale.ROOT))
        .forEach(
            name ->
                base.header(name).ifPresent(value -> fields.put("header:" + name, text(value))));
    CookieWords.values(base.headers())
        .forEach(
            (name, value) -> {
              if (Unlisted.hasCookie(name) || isListedCookie(name)) {
                fields.put(CookieWords.PREFIX + name, text(value));
              }
            });
    body.ifPresent(value -> fields.putAll(Values.of(value)));
    while (fields.size() > MAX_FIELDS) {
      fields.remove(List.copyOf(fields.keySet()).getLast());
    }
  }

  private boolean isListedCookie(String name) {
    return operation.operation().parameters(ParameterLocation.COOKIE).stream()
        .anyMatch(parameter -> parameter.name().equals(name));
  }

  private static JsonString text(String value) {
    return new JsonString(value);
  }

  /// The fields with the values of the request that the form was made of.
  Map<String, JsonValue> fields() {
    return fields;
  }

  /// What the body has at a pointer; null where it has nothing.
  JsonValue at(String pointer) {
    return body.flatMap(it -> Values.at(it, pointer)).orElse(JsonNull.NULL);
  }

  private Map<String, String> pathValues() {
    Map<String, String> decoded = new LinkedHashMap<>();
    operation
        .contract()
        .route(base.method(), base.path())
        .ifPresent(
            routed ->
                routed.pathValues().forEach((name, it) -> decoded.put(name, Percent.decode(it))));
    return decoded;
  }

  /// The form of a request with more cookies; nothing where it has some of them.
  Optional<RequestForm> withCookies(List<CookieWords.Pair> cookies) {
    List<CookieWords.Pair> all = new ArrayList<>(CookieWords.of(base.headers()));
    Set<String> known = CookieWords.values(base.headers()).keySet();
    if (cookies.stream().anyMatch(it -> known.contains(it.name()))) {
      return Optional.empty();
    }
    all.addAll(cookies);
    return Optional.of(
        new RequestForm(
            operation,
            new HttpRequestMessage(
                base.method(), base.target(), CookieWords.with(base.headers(), all), base.body())));
  }

  /// The form of a request with more members in its body; nothing where the body is no object or has some of them.
  Optional<RequestForm> with(JsonObject members) {
    return body.filter(JsonObject.class::isInstance)
        .map(JsonObject.class::cast)
        .filter(it -> members.members().keySet().stream().noneMatch(it::has))
        .map(
            object -> {
              Map<String, JsonValue> all = new LinkedHashMap<>(object.members());
              all.putAll(members.members());
              return new RequestForm(
                  operation,
                  new HttpRequestMessage(
                      base.method(),
                      base.target(),
                      base.headers(),
                      Bytes.utf8(JsonText.compact(new JsonObject(all)))));
            });
  }

  /// The request with other values in some of its fields, and without others.
  HttpRequestMessage with(Filling filling) {
    return with(filling, Map.of());
  }

  /// @param before members of the body, and cookies, that come twice, with what they have the first time
  HttpRequestMessage with(Filling filling, Map<String, JsonValue> before) {
    JsonValue changed = body.orElse(JsonObject.EMPTY);
    Map<String, String> path = new LinkedHashMap<>();
    pathValues().forEach((name, value) -> path.put(name, Percent.encode(value)));
    Map<String, String> query = new LinkedHashMap<>(Sightings.query(base.query()));
    Map<String, String> headers = new LinkedHashMap<>();
    for (Map.Entry<String, JsonValue> one : filling.values().entrySet()) {
      String name = one.getKey().substring(one.getKey().indexOf(':') + 1);
      String text =
          one.getValue() instanceof JsonString(String it) ? it : one.getValue().toString();
      if (one.getKey().startsWith("path:")) {
        path.put(name, Percent.encode(text));
      } else if (one.getKey().startsWith("query:")) {
        query.put(name, text);
      } else if (one.getKey().startsWith("header:")) {
        headers.put(name, text);
      } else {
        changed = Values.with(changed, one.getKey(), one.getValue());
      }
    }
    for (String field : filling.leftOut()) {
      query.remove(field.replaceFirst("^query:", ""));
      changed = Values.without(changed, field);
    }
    return new HttpRequestMessage(
        base.method(),
        target(path, query),
        cookies(headers(headers, filling.leftOut()), filling, before),
        body.isPresent() ? Bytes.utf8(TwiceText.of(changed, before)) : base.body());
  }

  private static List<Header> cookies(
      List<Header> headers, Filling filling, Map<String, JsonValue> before) {
    List<CookieWords.Pair> pairs = new ArrayList<>();
    for (CookieWords.Pair pair : CookieWords.of(headers)) {
      String field = CookieWords.PREFIX + pair.name();
      if (before.get(field) instanceof JsonString(String first)) {
        pairs.add(new CookieWords.Pair(pair.name(), first));
      }
      if (!filling.leftOut().contains(field)) {
        JsonValue value = filling.value(field).orElse(text(pair.value()));
        pairs.add(
            new CookieWords.Pair(
                pair.name(), value instanceof JsonString(String it) ? it : value.toString()));
      }
    }
    return pairs.isEmpty() && CookieWords.of(headers).isEmpty()
        ? headers
        : CookieWords.with(headers, pairs);
  }

  private String target(Map<String, String> path, Map<String, String> query) {
    String written =
        path.isEmpty()
            ? base.path()
            : operation.contract().basePath() + operation.operation().path().expand(path);
    List<String> pairs = new ArrayList<>();
    query.forEach((name, value) -> pairs.add(Percent.encode(name) + "=" + Percent.encode(value)));
    return pairs.isEmpty() ? written : written + "?" + String.join("&", pairs);
  }

  private List<Header> headers(Map<String, String> changed, Set<String> leftOut) {
    List<Header> headers = new ArrayList<>();
    for (Header header : base.headers()) {
      String key = header.name().toLowerCase(Locale.ROOT);
      if (leftOut.contains("header:" + key)) {
        continue;
      }
      headers.add(
          changed.containsKey(key)
              ? new Header(header.name(), changed.getOrDefault(key, ""))
              : header);
    }
    return headers;
  }
}
