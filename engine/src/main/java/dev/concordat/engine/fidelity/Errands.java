package dev.concordat.engine.fidelity;

import dev.concordat.contracts.openapi.HttpJudge;
import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonValue;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Sends requests of one operation with values in the fields of its form, within limits.
final class Errands {
  private static final int FIRST_SUCCESS = 200;
  private static final int FIRST_REDIRECT = 300;

  /// Idempotency keys: the same key with another body is refused.
  private static final String REPETITION = "idempotency";

  /// Values for learning have smaller numbers.
  private static final int FIRST_RENEWAL = 100;

  private final Journey journey;
  private final Roles roles;
  private final Limits limits;
  private final UniqueValues unique;
  private final Operation operation;
  private final HttpJudge judge;
  private final long startNanos = System.nanoTime();
  private final CookieHeaders cookies;
  private int requests;

  Errands(Journey journey, Roles roles, Limits limits, UniqueValues unique, Operation operation) {
    this.journey = journey;
    this.roles = roles;
    this.limits = limits;
    this.unique = unique;
    this.operation = operation;
    this.judge = new HttpJudge(operation.contract());
    this.cookies = new CookieHeaders(roles);
  }

  Operation operation() {
    return operation;
  }

  int requests() {
    return requests;
  }

  /// What was noticed on the way.
  CookieHeaders cookies() {
    return cookies;
  }

  boolean isOver() {
    return requests >= limits.requests()
        || System.nanoTime() - startNanos > limits.total().toNanos();
  }

  /// Whether the contract allows the request with such fields.
  boolean allows(RequestForm form, Filling filling) {
    boolean isWritable =
        filling.values().entrySet().stream()
            .filter(it -> CookieWords.is(it.getKey()))
            .allMatch(it -> CookieWords.isLegal(it.getValue()));
    return isWritable && operation.allows(judge, form.with(filling));
  }

  /// What marks a request as a repetition is new each time.
  Optional<Trip> send(RequestForm form, Filling filling)
      throws InterruptedException, EnvironmentFailure {
    return send(form, filling, List.of());
  }

  /// @param renewed further fields that get a value that nobody else has, unless the filling speaks of them
  Optional<Trip> send(RequestForm form, Filling filling, Collection<String> renewed)
      throws InterruptedException, EnvironmentFailure {
    return send(form, filling, Map.of(), renewed);
  }

  /// @param before what fields have that come twice, the first time
  Optional<Trip> send(
      RequestForm form, Filling filling, Map<String, JsonValue> before, Collection<String> renewed)
      throws InterruptedException, EnvironmentFailure {
    requests++;
    List<String> fields =
        form.fields().keySet().stream()
            .filter(it -> it.contains(REPETITION) || renewed.contains(it))
            .filter(it -> !filling.leftOut().contains(it))
            .toList();
    Map<String, JsonValue> all = new LinkedHashMap<>();
    if (!fields.isEmpty()) {
      all.putAll(values(form, fields, FIRST_RENEWAL + requests));
    }
    all.putAll(filling.values());
    HttpRequestMessage request = form.with(new Filling(all, filling.leftOut()), before);
    Journey.Trip trip = journey.send(request, answer -> operation.readingBack(request, answer));
    cookies.add(trip.exchanges());
    boolean isSuccess =
        trip.answer()
            .filter(it -> it.status() >= FIRST_SUCCESS && it.status() < FIRST_REDIRECT)
            .isPresent();
    return isSuccess
        ? Optional.of(new Trip(filling, trip.exchanges(), Sightings.of(trip.exchanges(), roles)))
        : Optional.empty();
  }

  /// Values that nobody else has, for those fields that take such.
  Map<String, JsonValue> values(RequestForm form, Collection<String> fields, int round) {
    Map<String, JsonValue> values = new LinkedHashMap<>();
    for (String field : fields) {
      JsonValue example = form.fields().getOrDefault(field, JsonNull.NULL);
      unique
          .like(
              operation.name() + field,
              example,
              round,
              value -> allows(form, Filling.of(Map.of(field, value))))
          .ifPresent(value -> values.put(field, value));
    }
    return values;
  }
}
