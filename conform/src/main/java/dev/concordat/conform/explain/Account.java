package dev.concordat.conform.explain;

import dev.concordat.conform.talk.Exchange;
import dev.concordat.conform.talk.Trial;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.model.exchange.HttpResponseMessage;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How the valid requests of one operation were answered.
final class Account {
  /// Answers that say nothing against the request: who asks, what is there, how often (RFC 9110, RFC 6585).
  private static final Set<Integer> NOT_ABOUT_THE_REQUEST =
      Set.of(401, 402, 403, 404, 407, 408, 409, 410, 412, 423, 424, 425, 428, 429, 451);

  private static final int MAX_HINTS = 100;
  private static final int MAX_IDS = 2_000;

  private final FieldPlaces places;
  private final HttpOperation operation;
  private final Map<Hint, Integer> hints = new LinkedHashMap<>();
  private final Set<Hint> recalled = new LinkedHashSet<>();
  private final Set<String> ids = new HashSet<>();
  private int successes;
  private int refusals;
  private int excused;
  private int unexplained;
  private @Nullable Exchange refused;
  private @Nullable Exchange asked;

  Account(HttpOperation operation) {
    this.operation = operation;
    this.places = new FieldPlaces(operation);
  }

  HttpOperation operation() {
    return operation;
  }

  void book(Exchange exchange) {
    Trial trial = exchange.trial();
    if (ids.size() < MAX_IDS) {
      ids.add(trial.id());
    }
    if (exchange.isSuccess()) {
      successes++;
    } else if (exchange.status() / 100 == 4) {
      refuse(exchange);
    }
  }

  private void refuse(Exchange exchange) {
    if (NOT_ABOUT_THE_REQUEST.contains(exchange.status())) {
      excused++;
      if (exchange.status() == 401 && asked == null) {
        asked = exchange;
      }
      return;
    }
    refusals++;
    if (refused == null) {
      refused = exchange;
    }
    int before = hints.size();
    boolean isKnown = false;
    for (Observation observation : observations(exchange.response().orElseThrow())) {
      Optional<Hint> hint = hint(observation);
      isKnown |= hint.isPresent();
      if (hint.isPresent() && (hints.size() < MAX_HINTS || hints.containsKey(hint.get()))) {
        hints.merge(hint.get(), 1, Integer::sum);
      }
    }
    if (!isKnown && hints.size() == before) {
      unexplained++;
    }
  }

  private static List<Observation> observations(HttpResponseMessage response) {
    return ErrorBodies.complaints(response).stream().map(Understanding::of).toList();
  }

  private Optional<Hint> hint(Observation observation) {
    Optional<String> place =
        places
            .named(observation.field())
            .or(
                () ->
                    observation.kind() == Observation.Kind.REQUIRED
                        ? FieldPlaces.unknown(observation.field())
                        : Optional.empty());
    return switch (observation.kind()) {
      case OTHER, CONFLICT, MISSING_RESOURCE, AUTHENTICATION -> Optional.empty();
      default -> place.map(at -> new Hint(at, observation.kind(), observation.bound()));
    };
  }

  /// Takes what an earlier run learned in the place of what it knew of earlier runs.
  void recall(List<Hint> known) {
    recalled.clear();
    recalled.addAll(known.subList(0, Math.min(MAX_HINTS, known.size())));
  }

  boolean isRecalled() {
    return !recalled.isEmpty();
  }

  /// What at least so many answers said, or an earlier run learned.
  List<Hint> hints(int times) {
    Set<Hint> all = new LinkedHashSet<>(recalled);
    hints.entrySet().stream()
        .filter(hint -> hint.getValue() >= times)
        .map(Map.Entry::getKey)
        .forEach(all::add);
    return List.copyOf(all);
  }

  /// How many answers said so in this run.
  int times(Hint hint) {
    return hints.getOrDefault(hint, 0);
  }

  boolean isHeard(String id) {
    return ids.contains(id);
  }

  int successes() {
    return successes;
  }

  int refusals() {
    return refusals;
  }

  int unexplained() {
    return unexplained;
  }

  /// Whether every valid request was refused, and not because of who asked or what is there.
  boolean refusedAll(int least) {
    return successes == 0 && excused == 0 && refusals >= least;
  }

  /// The first valid request that was refused for what it says.
  Optional<Exchange> refused() {
    return Optional.ofNullable(refused);
  }

  /// The first request that was asked for credentials.
  Optional<Exchange> asked() {
    return Optional.ofNullable(asked);
  }
}
