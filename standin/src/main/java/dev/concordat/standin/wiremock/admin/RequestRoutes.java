package dev.concordat.standin.wiremock.admin;

import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import dev.concordat.standin.wiremock.journal.ServeEvent;
import dev.concordat.standin.wiremock.match.ReceivedRequest;
import dev.concordat.standin.wiremock.match.RequestMatcher;
import dev.concordat.standin.wiremock.moment.Moments;
import dev.concordat.standin.wiremock.store.Mapping;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/// `/__admin/requests` and `/__admin/near-misses`: what was received, and what nearly matched.
final class RequestRoutes {
  /// How many near misses of one request or pattern are told.
  private static final int MAX_NEAR_MISSES = 3;

  HttpResponseMessage answer(Call call, String family) {
    return family.equals("near-misses") ? nearMisses(call) : requests(call);
  }

  private static HttpResponseMessage requests(Call call) {
    var journal = call.space().journal();
    return switch (call.what()) {
      case "GET" -> list(call);
      case "DELETE", "POST reset" -> {
        journal.clear();
        yield Replies.done();
      }
      case "POST count" ->
          matching(
              call,
              found -> {
                var json = new JsonObject.Builder();
                json.add("count", JsonNumber.of(found.size()));
                json.add("requestJournalDisabled", JsonBoolean.of(false));
                return json.build();
              });
      case "POST find" -> matching(call, RequestRoutes::logged);
      case "POST remove" -> remove(call);
      case "POST remove-by-metadata" -> removeByMetadata(call);
      case "GET unmatched" -> Replies.json(logged(unmatched(call)));
      case "GET unmatched/near-misses" -> unmatchedNearMisses(call);
      default -> call.id().map(id -> one(call, id)).orElseGet(() -> call.unknown("requests"));
    };
  }

  /// The latest first, as WireMock has them.
  private static List<ServeEvent> unmatched(Call call) {
    return call.space().journal().find(event -> !event.isMatched()).reversed();
  }

  private static HttpResponseMessage list(Call call) {
    List<ServeEvent> all = call.space().journal().all();
    Predicate<ServeEvent> isMeant = event -> true;
    if (call.parameter("unmatched").filter("true"::equals).isPresent()) {
      isMeant = event -> !event.isMatched();
    }
    Optional<String> stub = call.parameter("matchingStub");
    if (stub.isPresent()) {
      isMeant = isMeant.and(event -> event.mapping().map(m -> m.id().toString()).equals(stub));
    }
    Optional<Instant> since = call.parameter("since").flatMap(RequestRoutes::instant);
    if (since.isPresent()) {
      isMeant = isMeant.and(event -> event.at().isAfter(since.get()));
    }
    List<ServeEvent> found = all.stream().filter(isMeant).toList();
    int limit = Math.min(call.number("limit").orElse(found.size()), found.size());
    var json = new JsonObject.Builder();
    json.add("requests", events(found.subList(0, limit)));
    json.add("meta", new JsonObject(Map.of("total", JsonNumber.of(found.size()))));
    json.add("requestJournalDisabled", JsonBoolean.of(false));
    return Replies.json(json.build());
  }

  private static Optional<Instant> instant(String text) {
    return Moments.parse(text)
        .map(
            moment ->
                switch (moment) {
                  case Moments.Moment.Zoned(var time) -> time.toInstant();
                  case Moments.Moment.Local(var time) -> time.toInstant(ZoneOffset.UTC);
                });
  }

  private static JsonArray events(List<ServeEvent> events) {
    return new JsonArray(events.stream().<JsonValue>map(EventJson::event).toList());
  }

  private static JsonObject logged(List<ServeEvent> events) {
    var json = new JsonObject.Builder();
    json.add(
        "requests", new JsonArray(events.stream().<JsonValue>map(EventJson::request).toList()));
    json.add("requestJournalDisabled", JsonBoolean.of(false));
    return json.build();
  }

  private static HttpResponseMessage matching(
      Call call, Function<List<ServeEvent>, JsonObject> shown) {
    return switch (Patterns.ofRequest(call)) {
      case Patterns.Read.Bad(List<String> reasons) -> Replies.refused(reasons);
      case Patterns.Read.Good(RequestMatcher matcher) ->
          Replies.json(
              shown.apply(call.space().journal().find(event -> matcher.matches(event.request()))));
    };
  }

  private static HttpResponseMessage remove(Call call) {
    return switch (Patterns.ofRequest(call)) {
      case Patterns.Read.Bad(List<String> reasons) -> Replies.refused(reasons);
      case Patterns.Read.Good(RequestMatcher matcher) ->
          removed(call, event -> matcher.matches(event.request()));
    };
  }

  private static HttpResponseMessage removeByMetadata(Call call) {
    return switch (Patterns.ofMetadata(call)) {
      case Patterns.Read.Bad(List<String> reasons) -> Replies.refused(reasons);
      case Patterns.Read.Good(RequestMatcher matcher) ->
          removed(
              call,
              event ->
                  event.mapping().filter(stub -> Patterns.hasMetadata(matcher, stub)).isPresent());
    };
  }

  private static HttpResponseMessage removed(Call call, Predicate<ServeEvent> isMeant) {
    List<ServeEvent> removed = call.space().journal().remove(isMeant);
    return Replies.json(new JsonObject(Map.of("serveEvents", events(removed.reversed()))));
  }

  private static HttpResponseMessage one(Call call, UUID id) {
    var journal = call.space().journal();
    return switch (call.request().method()) {
      case "GET" ->
          journal
              .get(id)
              .map(event -> Replies.json(EventJson.event(event)))
              .orElseGet(() -> Replies.notFound("there is no request with the id " + id));
      case "DELETE" -> {
        var _ = journal.remove(event -> event.id().equals(id));
        yield Replies.done();
      }
      default -> call.unknown("requests");
    };
  }

  private static HttpResponseMessage nearMisses(Call call) {
    return switch (call.what()) {
      case "POST request" ->
          EventJson.body(call.request())
              .map(json -> ofRequest(call, json))
              .orElseGet(() -> Replies.refused("Error parsing JSON: the body is no object"));
      case "POST request-pattern" -> ofPattern(call);
      default -> call.unknown("near-misses");
    };
  }

  private static HttpResponseMessage ofRequest(Call call, JsonObject json) {
    ReceivedRequest request = EventJson.read(json);
    var misses = new ArrayList<JsonValue>();
    for (Near near : nearest(call.space().visibleMappings(), request)) {
      misses.add(miss(json, near));
    }
    return Replies.json(new JsonObject(Map.of("nearMisses", new JsonArray(misses))));
  }

  private static HttpResponseMessage unmatchedNearMisses(Call call) {
    var misses = new ArrayList<JsonValue>();
    List<Mapping> mappings = call.space().visibleMappings();
    for (ServeEvent event : unmatched(call)) {
      for (Near near : nearest(mappings, event.request())) {
        misses.add(miss(EventJson.request(event), near));
      }
    }
    return Replies.json(new JsonObject(Map.of("nearMisses", new JsonArray(misses))));
  }

  private record Near(Mapping mapping, double distance) {}

  private static List<Near> nearest(List<Mapping> mappings, ReceivedRequest request) {
    return mappings.stream()
        .map(mapping -> new Near(mapping, mapping.matcher().distance(request)))
        .sorted(Comparator.comparingDouble(Near::distance))
        .limit(MAX_NEAR_MISSES)
        .toList();
  }

  private static JsonObject miss(JsonObject request, Near near) {
    var json = new JsonObject.Builder();
    json.add("request", request);
    json.add("stubMapping", near.mapping().written());
    json.add("matchResult", distance(near.distance()));
    return json.build();
  }

  private static JsonObject distance(double distance) {
    return new JsonObject(Map.of("distance", JsonNumber.of(BigDecimal.valueOf(distance))));
  }

  private static HttpResponseMessage ofPattern(Call call) {
    JsonObject pattern = EventJson.body(call.request()).orElse(JsonObject.EMPTY);
    return switch (Patterns.ofRequest(call)) {
      case Patterns.Read.Bad(List<String> reasons) -> Replies.refused(reasons);
      case Patterns.Read.Good(RequestMatcher matcher) -> {
        var misses = new ArrayList<JsonValue>();
        call.space().journal().all().stream()
            .sorted(Comparator.comparingDouble(event -> matcher.distance(event.request())))
            .limit(MAX_NEAR_MISSES)
            .forEach(
                event -> {
                  var json = new JsonObject.Builder();
                  json.add("request", EventJson.request(event));
                  json.add("requestPattern", pattern);
                  json.add("matchResult", distance(matcher.distance(event.request())));
                  misses.add(json.build());
                });
        yield Replies.json(new JsonObject(Map.of("nearMisses", new JsonArray(misses))));
      }
    };
  }
}
