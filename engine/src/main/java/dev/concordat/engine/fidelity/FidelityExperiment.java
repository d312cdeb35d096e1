package dev.concordat.engine.fidelity;

import dev.concordat.contracts.openapi.HttpJudge;
import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.model.exchange.Exchange;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.flowmap.FlowMap;
import dev.concordat.model.flowmap.ValuePlace;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Follows the values of one operation: sends plain values that nobody else has to learn where each field's value goes,
/// then values that tend to break, and names the first system that had one right and wrote it otherwise.
public final class FidelityExperiment {
  private static final int FIRST_SUCCESS = 200;
  private static final int FIRST_REDIRECT = 300;

  /// How many requests are tried for one that succeeds.
  private static final int MAX_BASES = 4;

  /// Idempotency keys: the same key with another body is refused.
  private static final String REPETITION = "idempotency";

  /// Values for learning have smaller numbers.
  private static final int FIRST_RENEWAL = 100;

  private final Journey journey;
  private final Roles roles;
  private final Limits limits;
  private final List<Acceptance> accepted;
  private final UniqueValues unique;
  private final Consumer<String> progress;
  private final Set<String> notes = new LinkedHashSet<>();
  private final long startNanos = System.nanoTime();
  private int requests;

  /// @param accepted changes that are no damage
  /// @param seed the values that are learned from come from it
  /// @param progress is told what is going on
  public FidelityExperiment(
      Journey journey,
      Roles roles,
      Limits limits,
      List<Acceptance> accepted,
      long seed,
      Consumer<String> progress) {
    this.journey = journey;
    this.roles = roles;
    this.limits = limits;
    this.accepted = List.copyOf(accepted);
    this.unique = new UniqueValues(seed);
    this.progress = progress;
  }

  /// A request that was answered with success.
  private record Trip(
      Map<String, JsonValue> values, List<Exchange> exchanges, List<Sighting> seen) {}

  /// What is known when learning is over.
  private record Known(
      Operation operation,
      HttpJudge judge,
      RequestForm form,
      Map<String, List<Carried>> carried,
      Trip example) {}

  public Followed follow(Operation operation) throws InterruptedException, EnvironmentFailure {
    var judge = new HttpJudge(operation.contract());
    Optional<RequestForm> form = form(operation);
    if (form.isEmpty()) {
      notes.add(operation.name() + ": no request was answered with success");
      return new Followed(FlowMap.NONE, List.of(), requests, List.copyOf(notes), List.of());
    }
    Optional<Known> known = learn(operation, judge, form.get());
    if (known.isEmpty()) {
      return new Followed(FlowMap.NONE, List.of(), requests, List.copyOf(notes), List.of());
    }
    var book = new HopBook(operation, known.get().carried());
    book.learned(known.get().example().values(), known.get().example().seen());
    List<Damage> damages = probe(known.get(), book);
    return new Followed(
        book.map(), damages, requests, List.copyOf(notes), known.get().example().exchanges());
  }

  /// The first valid request that works.
  private Optional<RequestForm> form(Operation operation)
      throws InterruptedException, EnvironmentFailure {
    int tried = 0;
    for (HttpRequestMessage base : operation.bases()) {
      if (tried++ == MAX_BASES) {
        break;
      }
      var form = new RequestForm(operation, base);
      // Once more where it fails, since the first request of all may be too slow.
      boolean isUsable = !form.fields().isEmpty() && send(operation, form, Map.of()).isPresent();
      if (!isUsable && !form.fields().isEmpty()) {
        isUsable = send(operation, form, Map.of()).isPresent();
      }
      if (isUsable) {
        return Optional.of(form);
      }
    }
    return Optional.empty();
  }

  /// Sends values, each other field as the base has it; but what marks a request as a repetition is new each time.
  private Optional<Trip> send(Operation operation, RequestForm form, Map<String, JsonValue> values)
      throws InterruptedException, EnvironmentFailure {
    List<String> keys =
        form.fields().keySet().stream().filter(it -> it.contains(REPETITION)).toList();
    return send(operation, form, values, keys);
  }

  /// @param renewed fields that get a value that nobody else has, unless another one is given
  private Optional<Trip> send(
      Operation operation,
      RequestForm form,
      Map<String, JsonValue> values,
      Collection<String> renewed)
      throws InterruptedException, EnvironmentFailure {
    requests++;
    Map<String, JsonValue> all = new LinkedHashMap<>();
    if (!renewed.isEmpty()) {
      var judge = new HttpJudge(operation.contract());
      all.putAll(values(operation, judge, form, renewed, FIRST_RENEWAL + requests));
    }
    all.putAll(values);
    HttpRequestMessage request = form.with(all);
    Journey.Trip trip = journey.send(request, answer -> operation.readingBack(request, answer));
    boolean isSuccess =
        trip.answer()
            .filter(it -> it.status() >= FIRST_SUCCESS && it.status() < FIRST_REDIRECT)
            .isPresent();
    return isSuccess
        ? Optional.of(new Trip(values, trip.exchanges(), Sightings.of(trip.exchanges(), roles)))
        : Optional.empty();
  }

  private Optional<Known> learn(Operation operation, HttpJudge judge, RequestForm form)
      throws InterruptedException, EnvironmentFailure {
    progress.accept(operation.name() + ": learning where its values go");
    Map<String, JsonValue> first = values(operation, judge, form, form.fields().keySet(), 1);
    Optional<Trip> trip = Optional.empty();
    if (!first.isEmpty()) {
      trip = largest(operation, form, first);
    }
    if (trip.isEmpty()) {
      notes.add(operation.name() + ": no field takes values that can be told from others");
      return Optional.empty();
    }
    var learning = new Learning();
    learning.add(trip.get().values(), trip.get().seen());
    for (int round = 2; round <= 3; round++) {
      Map<String, JsonValue> more =
          values(operation, judge, form, trip.get().values().keySet(), round);
      Optional<Trip> next = more.isEmpty() ? Optional.empty() : send(operation, form, more);
      next.ifPresent(it -> learning.add(it.values(), it.seen()));
      if (next.isPresent()) {
        break;
      }
    }
    Map<String, List<Carried>> carried = new LinkedHashMap<>();
    for (String field : trip.get().values().keySet()) {
      ValuePlace source = source(operation, field);
      List<Carried> places =
          learning.of(field).stream().filter(it -> !it.place().equals(source)).toList();
      if (!places.isEmpty()) {
        carried.put(field, places);
      }
    }
    return Optional.of(new Known(operation, judge, form, carried, trip.get()));
  }

  private Map<String, JsonValue> values(
      Operation operation,
      HttpJudge judge,
      RequestForm form,
      Collection<String> fields,
      int round) {
    Map<String, JsonValue> values = new LinkedHashMap<>();
    for (String field : fields) {
      JsonValue example = form.fields().getOrDefault(field, JsonNull.NULL);
      unique
          .like(
              operation.name() + field,
              example,
              round,
              value -> operation.allows(judge, form.with(Map.of(field, value))))
          .ifPresent(value -> values.put(field, value));
    }
    return values;
  }

  /// As many of the values at once as the system takes: ids of things that are not there, and cards that nobody knows, are
  /// refused, so halves are tried until what is left works.
  private Optional<Trip> largest(
      Operation operation, RequestForm form, Map<String, JsonValue> values)
      throws InterruptedException, EnvironmentFailure {
    Optional<Trip> whole = send(operation, form, values);
    if (whole.isPresent()) {
      return whole;
    }
    Map<String, JsonValue> good = new LinkedHashMap<>();
    sift(operation, form, new ArrayList<>(values.entrySet()), good);
    return good.isEmpty() ? Optional.empty() : send(operation, form, good);
  }

  private void sift(
      Operation operation,
      RequestForm form,
      List<Map.Entry<String, JsonValue>> values,
      Map<String, JsonValue> good)
      throws InterruptedException, EnvironmentFailure {
    if (values.size() == 1 || isOver()) {
      if (!isOver() && isTaken(operation, form, values)) {
        good.put(values.getFirst().getKey(), values.getFirst().getValue());
      }
      return;
    }
    int half = values.size() / 2;
    for (List<Map.Entry<String, JsonValue>> part :
        List.of(values.subList(0, half), values.subList(half, values.size()))) {
      if (part.size() == 1) {
        sift(operation, form, part, good);
      } else if (isTaken(operation, form, part)) {
        part.forEach(it -> good.put(it.getKey(), it.getValue()));
      } else {
        sift(operation, form, part, good);
      }
    }
  }

  private boolean isTaken(
      Operation operation, RequestForm form, List<Map.Entry<String, JsonValue>> values)
      throws InterruptedException, EnvironmentFailure {
    Map<String, JsonValue> all = new LinkedHashMap<>();
    values.forEach(it -> all.put(it.getKey(), it.getValue()));
    return send(operation, form, all).isPresent();
  }

  private boolean isOver() {
    return requests >= limits.requests()
        || System.nanoTime() - startNanos > limits.total().toNanos();
  }

  private static ValuePlace source(Operation operation, String field) {
    return new ValuePlace(ValuePlace.Kind.REQUEST, operation.name(), Values.generalised(field));
  }

  private List<Damage> probe(Known known, HopBook book)
      throws InterruptedException, EnvironmentFailure {
    var way = new OnTheWay(roles, known.example().seen());
    Map<String, List<JsonValue>> probes = new LinkedHashMap<>();
    int rounds = 0;
    for (Map.Entry<String, List<Carried>> field : known.carried().entrySet()) {
      List<JsonValue> values = probes(known, way, field.getKey(), field.getValue());
      probes.put(field.getKey(), values);
      rounds = Math.max(rounds, values.size());
    }
    var found = new DamageBook(accepted);
    for (int round = 0; round < Math.min(rounds, limits.rounds()); round++) {
      if (isOver()) {
        notes.add(known.operation().name() + ": the limit of time or requests was reached");
        break;
      }
      progress.accept(
          known.operation().name() + ": following values, " + (round + 1) + " of " + rounds);
      Map<String, JsonValue> values = new LinkedHashMap<>();
      for (Map.Entry<String, List<JsonValue>> field : probes.entrySet()) {
        if (round < field.getValue().size()) {
          values.put(field.getKey(), field.getValue().get(round));
        }
      }
      for (Trip trip : taken(known, values)) {
        judge(known, trip, book, found);
      }
    }
    return found.damages();
  }

  private List<JsonValue> probes(Known known, OnTheWay way, String field, List<Carried> places) {
    JsonValue example = known.form().fields().getOrDefault(field, JsonNull.NULL);
    return Probes.like(
        example,
        value ->
            known.operation().allows(known.judge(), known.form().with(Map.of(field, value)))
                && way.allow(places, value));
  }

  /// All values in one request, or each in one of its own where they are not taken together.
  private List<Trip> taken(Known known, Map<String, JsonValue> values)
      throws InterruptedException, EnvironmentFailure {
    Optional<Trip> together = follow(known, values);
    if (together.isPresent() || values.size() == 1) {
      if (together.isEmpty()) {
        refused(known, values);
      }
      return together.stream().toList();
    }
    List<Trip> trips = new ArrayList<>();
    for (Map.Entry<String, JsonValue> one : values.entrySet()) {
      if (isOver()) {
        break;
      }
      Map<String, JsonValue> alone = Map.of(one.getKey(), one.getValue());
      Optional<Trip> trip = follow(known, alone);
      trip.ifPresent(trips::add);
      if (trip.isEmpty()) {
        refused(known, alone);
      }
    }
    return trips;
  }

  /// Fields that are not followed get new values, so that no two requests are about one thing.
  private Optional<Trip> follow(Known known, Map<String, JsonValue> values)
      throws InterruptedException, EnvironmentFailure {
    return send(known.operation(), known.form(), values, known.example().values().keySet());
  }

  private void refused(Known known, Map<String, JsonValue> values) {
    values.keySet().stream()
        .map(field -> source(known.operation(), field).text())
        .forEach(place -> notes.add(place + ": a value that the contract allows was refused"));
  }

  private void judge(Known known, Trip trip, HopBook book, DamageBook found)
      throws InterruptedException, EnvironmentFailure {
    for (Map.Entry<String, JsonValue> one : trip.values().entrySet()) {
      String field = one.getKey();
      Passage passage = passage(known, trip, field, one.getValue());
      List<Damage> damages = damages(known, passage, field, trip);
      book.probed(field, passage, found::isAccepted);
      List<Damage> news = damages.stream().filter(found::isNews).toList();
      if (!news.isEmpty()) {
        confirm(known, trip, field, one.getValue(), news, found);
      }
    }
  }

  private Passage passage(Known known, Trip trip, String field, JsonValue value) {
    return Passage.of(value, known.carried().getOrDefault(field, List.of()), trip.seen());
  }

  private List<Damage> damages(Known known, Passage passage, String field, Trip trip) {
    return passage.damages(
        source(known.operation(), field), known.operation().system(), trip.exchanges());
  }

  /// A second time, the value alone; and where that does not show it, all of them again.
  private void confirm(
      Known known, Trip trip, String field, JsonValue value, List<Damage> news, DamageBook found)
      throws InterruptedException, EnvironmentFailure {
    for (Map<String, JsonValue> values : List.of(Map.of(field, value), trip.values())) {
      Optional<Trip> again = follow(known, values);
      if (again.isPresent()) {
        Passage passage = passage(known, again.get(), field, value);
        Set<String> seen = new LinkedHashSet<>();
        for (Damage damage : damages(known, passage, field, again.get())) {
          seen.add(damage.key() + damage.alteration());
          if (news.stream().anyMatch(it -> it.key().equals(damage.key()))) {
            found.add(damage);
          }
        }
        if (news.stream().allMatch(it -> seen.contains(it.key() + it.alteration()))) {
          return;
        }
      }
    }
    for (Damage damage : news) {
      if (found.isNews(damage)) {
        notes.add(
            "flaky: "
                + damage.to().text()
                + " showed "
                + damage.received()
                + " for "
                + damage.sent()
                + " once and not again; nobody is blamed");
      }
    }
  }
}
