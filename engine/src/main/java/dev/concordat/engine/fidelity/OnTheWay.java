package dev.concordat.engine.fidelity;

import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Exchange;
import dev.concordat.model.exchange.HttpExchange;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.exchange.MessageDelivery;
import dev.concordat.model.exchange.RowChange;
import dev.concordat.model.flowmap.ValuePlace;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.json.JsonValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Whether the contracts of all places on a way allow a value: it is put into what was seen there, and that is judged. A
/// value that some place forbids cannot be asked to arrive.
final class OnTheWay {
  private final Roles roles;
  private final List<Sighting> seen;
  private final Map<Exchange, Integer> before = new HashMap<>();

  /// Changes a body at a pointer.
  private interface Edit {
    JsonValue of(JsonValue body, String pointer);
  }

  /// @param seen what a request with a plain value caused
  OnTheWay(Roles roles, List<Sighting> seen) {
    this.roles = roles;
    this.seen = seen;
  }

  boolean allow(List<Carried> places, JsonValue value) {
    return places.stream().allMatch(place -> allows(place, value));
  }

  /// Whether all bodies may leave out what is carried there.
  boolean allowNothing(List<Carried> places) {
    return places.stream()
        .allMatch(carried -> allows(carried, (body, pointer) -> Values.without(body, pointer)));
  }

  /// Whether all lists that are carried there may be so short.
  boolean allowLength(List<Carried> places, int length) {
    Edit cut =
        (body, pointer) ->
            Values.at(body, pointer).orElse(body) instanceof JsonArray(var items)
                ? Values.with(
                    body, pointer, new JsonArray(items.subList(0, Math.min(length, items.size()))))
                : body;
    return places.stream().allMatch(carried -> allows(carried, cut));
  }

  private boolean allows(Carried carried, JsonValue value) {
    JsonValue spelled = spelled(value, carried.spelling());
    if (CookieWords.is(carried.place().at()) && !CookieWords.isLegal(value)) {
      return false;
    }
    return allows(carried, (body, pointer) -> Values.with(body, pointer, spelled));
  }

  private boolean allows(Carried carried, Edit edit) {
    for (Sighting sighting : seen) {
      if (sighting.place().equals(carried.place())) {
        Optional<Exchange> changed = with(sighting, edit);
        if (changed.isPresent()) {
          int known = before.computeIfAbsent(sighting.exchange(), roles::breaches);
          return roles.breaches(changed.get()) <= known;
        }
      }
    }
    return true;
  }

  private static JsonValue spelled(JsonValue value, Spelling spelling) {
    return switch (spelling) {
      case PLAIN -> value;
      case AS_TEXT -> value instanceof JsonNumber ? new JsonString(value.toString()) : value;
      case AS_NUMBER ->
          value instanceof JsonString(String text) && JsonNumber.isJsonNumber(text)
              ? new JsonNumber(text)
              : value;
    };
  }

  /// What was seen with another body; nothing where the value is elsewhere.
  private static Optional<Exchange> with(Sighting sighting, Edit edit) {
    if (!sighting.pointer().startsWith("/") && !sighting.pointer().isEmpty()) {
      return Optional.empty();
    }
    return switch (sighting.exchange()) {
      case HttpExchange http when sighting.place().kind() == ValuePlace.Kind.REQUEST ->
          body(http.request().body(), sighting, edit).map(body -> asking(http, body));
      case HttpExchange http ->
          http.response()
              .flatMap(
                  response ->
                      body(response.body(), sighting, edit)
                          .map(body -> answering(http, response, body)));
      case MessageDelivery message ->
          message
              .value()
              .flatMap(payload -> body(payload, sighting, edit))
              .map(body -> carrying(message, body));
      case RowChange ignored -> Optional.empty();
    };
  }

  private static Optional<Bytes> body(Bytes body, Sighting sighting, Edit edit) {
    return JsonParser.parse(body.toArray())
        .value()
        .map(whole -> Bytes.utf8(JsonText.compact(edit.of(whole, sighting.pointer()))));
  }

  private static Exchange asking(HttpExchange http, Bytes body) {
    HttpRequestMessage request = http.request();
    return of(
        http,
        new HttpRequestMessage(request.method(), request.target(), request.headers(), body),
        http.response());
  }

  private static Exchange answering(HttpExchange http, HttpResponseMessage response, Bytes body) {
    return of(
        http,
        http.request(),
        Optional.of(new HttpResponseMessage(response.status(), response.headers(), body)));
  }

  private static Exchange of(
      HttpExchange http, HttpRequestMessage request, Optional<HttpResponseMessage> response) {
    return new HttpExchange(
        http.id(),
        http.link(),
        http.at(),
        http.duration(),
        http.traceId(),
        request,
        response,
        http.failure(),
        http.disturbed());
  }

  private static Exchange carrying(MessageDelivery message, Bytes body) {
    return new MessageDelivery(
        message.id(),
        message.part(),
        message.address(),
        message.partition(),
        message.offset(),
        message.at(),
        message.seenAt(),
        message.traceId(),
        message.key(),
        Optional.of(body),
        message.headers());
  }
}
