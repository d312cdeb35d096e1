package dev.concordat.engine.fidelity;

import dev.concordat.contracts.http.ContentCoding;
import dev.concordat.contracts.http.Percent;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.contracts.tree.Pointers;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Exchange;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpExchange;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.MessageDelivery;
import dev.concordat.model.exchange.RowChange;
import dev.concordat.model.flowmap.ValuePlace;
import dev.concordat.model.flowmap.ValuePlace.Kind;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.link.LinkName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Every value in what a request caused.
final class Sightings {
  /// More values of one request are not looked at.
  private static final int MAX_SIGHTINGS = 20_000;

  /// A broker's time has no more digits.
  private static final Duration BROKER_TICK = Duration.ofMillis(1);

  /// Headers that say nothing of what is spoken about.
  private static final Set<String> PLUMBING =
      Set.of(
          "host",
          "content-length",
          "content-type",
          "content-encoding",
          "transfer-encoding",
          "connection",
          "keep-alive",
          "accept",
          "accept-encoding",
          "user-agent",
          "date",
          "server",
          "traceparent",
          "tracestate",
          "baggage",
          "upgrade",
          "http2-settings");

  private final Roles roles;
  private final List<Sighting> found = new ArrayList<>();

  private Sightings(Roles roles) {
    this.roles = roles;
  }

  /// In the order in which they were made.
  static List<Sighting> of(List<Exchange> exchanges, Roles roles) {
    var sightings = new Sightings(roles);
    for (Exchange exchange : exchanges) {
      switch (exchange) {
        case HttpExchange http -> sightings.http(http);
        case MessageDelivery message -> sightings.message(message);
        case RowChange row -> sightings.row(row);
      }
    }
    return sightings.found.stream().sorted(Comparator.comparing(Sighting::at)).toList();
  }

  /// Who wrote, who has it, when, and what was seen.
  private record Hand(
      Kind kind,
      String subject,
      String emitter,
      Set<String> holders,
      Instant at,
      Exchange exchange,
      Optional<LinkName> link) {}

  private void add(Hand hand, String pointer, JsonValue value, boolean isText) {
    if (found.size() < MAX_SIGHTINGS) {
      found.add(
          new Sighting(
              new ValuePlace(hand.kind(), hand.subject(), Values.generalised(pointer)),
              pointer,
              value,
              isText,
              hand.emitter(),
              hand.holders(),
              hand.at(),
              hand.exchange(),
              hand.link()));
    }
  }

  private void http(HttpExchange http) {
    Roles.Called called = roles.called(http);
    LinkName link = http.link();
    // What Concordat sends itself is where values begin, and no place where they arrive.
    if (!link.isOurs()) {
      request(http, called);
    }
    http.response()
        .ifPresent(
            response -> {
              var answering =
                  new Hand(
                      Kind.RESPONSE,
                      called.operation(),
                      link.provider(),
                      Set.of(link.consumer()),
                      http.at().plus(http.duration()),
                      http,
                      Optional.of(link));
              headers(answering, response.headers());
              body(answering, response.headers(), response.body());
            });
  }

  private void request(HttpExchange http, Roles.Called called) {
    LinkName link = http.link();
    var asking =
        new Hand(
            Kind.REQUEST,
            called.operation(),
            link.consumer(),
            Set.of(link.provider()),
            http.at(),
            http,
            Optional.of(link));
    HttpRequestMessage request = http.request();
    called
        .pathValues()
        .forEach((name, value) -> add(asking, "path:" + name, new JsonString(value), true));
    query(request.query())
        .forEach((name, value) -> add(asking, "query:" + name, new JsonString(value), true));
    headers(asking, request.headers());
    cookies(asking, request.headers());
    body(asking, request.headers(), request.body());
  }

  /// The first value of each name, decoded.
  static Map<String, String> query(String query) {
    var values = new LinkedHashMap<String, String>();
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        values.putIfAbsent(
            Percent.decodeForm(pair.substring(0, equals)),
            Percent.decodeForm(pair.substring(equals + 1)));
      }
    }
    return values;
  }

  private void headers(Hand hand, List<Header> headers) {
    for (Header header : headers) {
      if (header.name().equalsIgnoreCase(CookieWords.HEADER)) {
        continue;
      }
      if (!PLUMBING.contains(header.name().toLowerCase(Locale.ROOT))) {
        String at = "header:" + header.name().toLowerCase(Locale.ROOT);
        add(hand, at, new JsonString(header.value()), true);
      }
    }
  }

  private void cookies(Hand hand, List<Header> headers) {
    CookieWords.values(headers)
        .forEach(
            (name, value) -> add(hand, CookieWords.PREFIX + name, new JsonString(value), true));
  }

  private void body(Hand hand, List<Header> headers, Bytes body) {
    if (body.size() == 0 || body.isCut()) {
      return;
    }
    Bytes plain =
        ContentCoding.decode(headers, body) instanceof ContentCoding.Decoded.Plain(Bytes decoded)
            ? decoded
            : body;
    Optional<JsonValue> json = JsonParser.parse(plain.toArray()).value();
    if (json.isPresent()) {
      Values.of(json.get()).forEach((at, value) -> add(hand, at, value, false));
    } else if (isForm(headers)) {
      query(plain.utf8())
          .forEach(
              (name, value) -> add(hand, "/" + Pointers.escape(name), new JsonString(value), true));
    }
  }

  private static boolean isForm(List<Header> headers) {
    return headers.stream()
        .anyMatch(
            it ->
                it.name().equalsIgnoreCase("content-type")
                    && it.value().startsWith("application/x-www-form-urlencoded"));
  }

  private void message(MessageDelivery message) {
    Optional<String> publisher = roles.publisher(message);
    if (publisher.isEmpty()) {
      return;
    }
    var hand =
        new Hand(
            Kind.MESSAGE,
            message.part() + "." + message.address(),
            publisher.get(),
            Set.copyOf(roles.subscribers(message)),
            message.at().plus(BROKER_TICK),
            message,
            Optional.empty());
    message.key().ifPresent(key -> add(hand, "key", new JsonString(key.utf8()), true));
    headers(hand, message.headers());
    message.value().ifPresent(value -> body(hand, List.of(), value));
  }

  private void row(RowChange row) {
    if (row.kind() == RowChange.Kind.DELETE) {
      return;
    }
    String keeper = roles.keeper(row);
    var hand =
        new Hand(
            Kind.ROW,
            row.part() + "." + row.table(),
            keeper,
            Set.of(keeper),
            row.at(),
            row,
            Optional.empty());
    row.columns()
        .forEach(
            (column, text) -> {
              String at = "/" + Pointers.escape(column);
              JsonValue value = text.<JsonValue>map(JsonString::new).orElse(JsonNull.NULL);
              add(hand, at, value, true);
              text.flatMap(Sightings::document)
                  .ifPresent(
                      document ->
                          Values.of(document).forEach((in, it) -> add(hand, at + in, it, false)));
            });
  }

  /// What a column of JSON holds.
  private static Optional<JsonValue> document(String text) {
    boolean mayBe = text.startsWith("{") || text.startsWith("[");
    return mayBe
        ? JsonParser.parse(text)
            .value()
            .filter(it -> it instanceof JsonObject || it instanceof JsonArray)
        : Optional.empty();
  }
}
