package dev.concordat.engine.fidelity;

import dev.concordat.fidelity.change.Alteration;
import dev.concordat.fidelity.change.Part;
import dev.concordat.fidelity.shape.JsonComparison;
import dev.concordat.model.exchange.Exchange;
import dev.concordat.model.exchange.RowChange;
import dev.concordat.model.flowmap.ValuePlace;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// One value on its way: what became of it in each place that is known to carry it, and who changed it first.
final class Passage {
  /// What was seen in one place.
  ///
  /// @param shown the sighting that is nearest to what was sent
  /// @param judged nothing where it is written as it was sent
  record Arrival(Carried carried, Sighting shown, Optional<Meaning.Judged> judged) {
    boolean isDamaged() {
      return judged.filter(Meaning.Judged::isDamage).isPresent();
    }

    boolean isFilledIn() {
      return judged.filter(it -> it.alteration() == Alteration.INVENTED).isPresent();
    }

    /// The same, taken for right.
    Arrival excused() {
      return new Arrival(
          carried, shown, judged.map(it -> new Meaning.Judged(it.alteration(), false)));
    }
  }

  /// How a value reads that is not there.
  static final String NOTHING = "nothing";

  private final Optional<JsonValue> sent;
  private final BiPredicate<Carried, JsonValue> isStated;
  private final List<Arrival> arrivals = new ArrayList<>();

  private Passage(Optional<JsonValue> sent, BiPredicate<Carried, JsonValue> isStated) {
    this.sent = sent;
    this.isStated = isStated;
  }

  /// @param sent nothing where the member was left out
  /// @param isStated whether a contract says that a value stands for what is left out
  static Passage of(
      Optional<JsonValue> sent,
      List<Carried> places,
      List<Sighting> seen,
      BiPredicate<Carried, JsonValue> isStated) {
    var passage = new Passage(sent, isStated);
    for (Carried carried : places) {
      List<Sighting> there =
          seen.stream().filter(it -> it.place().equals(carried.place())).toList();
      List<Sighting> exactly =
          there.stream().filter(it -> it.pointer().equals(carried.pointer())).toList();
      there = exactly.isEmpty() ? there : exactly;
      passage.arrival(carried, there, seen).ifPresent(passage.arrivals::add);
    }
    passage.arrivals.sort(Comparator.comparing(it -> it.shown().at()));
    return passage;
  }

  List<Arrival> arrivals() {
    return arrivals;
  }

  /// Whether nothing was sent, or null, and what arrived may have been filled in.
  boolean isFilledIn() {
    return sent.filter(it -> it != JsonNull.NULL).isEmpty();
  }

  /// The same, with some arrivals taken for right.
  Passage excusing(Predicate<Arrival> isRight) {
    return rejudged(it -> isRight.test(it) ? it.excused() : it);
  }

  /// The same, with arrivals looked at again by who knows more of the field.
  Passage rejudged(UnaryOperator<Arrival> judge) {
    var rejudged = new Passage(sent, isStated);
    arrivals.forEach(it -> rejudged.arrivals.add(judge.apply(it)));
    return rejudged;
  }

  /// Of several sightings in one place (items of a list, rows of a table) one that kept the value speaks for all.
  private Optional<Arrival> arrival(Carried carried, List<Sighting> there, List<Sighting> all) {
    return sent.isPresent()
        ? arrival(sent.get(), carried, there, all)
        : new Absence(carried, all).arrival(isStated);
  }

  private Optional<Arrival> arrival(
      JsonValue sent, Carried carried, List<Sighting> there, List<Sighting> all) {
    if (there.isEmpty()) {
      return sent == JsonNull.NULL ? Optional.empty() : dropped(sent, carried, all);
    }
    Map<Sighting, Optional<Meaning.Judged>> judged = new LinkedHashMap<>();
    for (Sighting sighting : there) {
      judged.put(sighting, judged(sent, carried, sighting));
    }
    long places = there.stream().map(Sighting::pointer).distinct().count();
    boolean isOne = places == 1 && there.stream().map(Passage::row).distinct().count() == 1;
    // One thing in one place: all that is said of it must be right.
    Predicate<Sighting> isDamaged =
        it ->
            judged.getOrDefault(it, Optional.empty()).filter(Meaning.Judged::isDamage).isPresent();
    Optional<Sighting> wrong = there.stream().filter(isDamaged).findFirst();
    Optional<Sighting> right = there.stream().filter(isDamaged.negate()).findFirst();
    if (isOne || right.isEmpty()) {
      if (wrong.isPresent() && !isOne && there.size() > 1) {
        // Which of them should have carried it cannot be said.
        return Optional.empty();
      }
      Sighting shown = wrong.or(() -> right).orElseThrow();
      return Optional.of(new Arrival(carried, shown, judged.getOrDefault(shown, Optional.empty())));
    }
    return Optional.of(
        new Arrival(carried, right.get(), judged.getOrDefault(right.get(), Optional.empty())));
  }

  private Optional<Meaning.Judged> judged(JsonValue sent, Carried carried, Sighting sighting) {
    Optional<Meaning.Judged> judged = Meaning.judge(sent, sighting.value(), carried.spelling());
    return sent == JsonNull.NULL && isStated.test(carried, sighting.value())
        ? judged.map(it -> new Meaning.Judged(it.alteration(), false))
        : judged;
  }

  /// The steps that the value took: for each place the one that its writer had got the value from last.
  ///
  /// @param source the request that brought the value in
  Map<ValuePlace, ValuePlace> steps(ValuePlace source, String firstHolder) {
    Map<String, ValuePlace> last = new HashMap<>();
    last.put(firstHolder, source);
    Map<ValuePlace, ValuePlace> steps = new LinkedHashMap<>();
    for (Arrival arrival : arrivals) {
      Sighting it = arrival.shown();
      ValuePlace from = last.get(it.emitter());
      if (from != null) {
        steps.putIfAbsent(it.place(), from);
      }
      it.holders().forEach(holder -> last.put(holder, it.place()));
    }
    return steps;
  }

  /// What tells the things in one place apart: rows by their key, messages and exchanges by where they are.
  private static String row(Sighting sighting) {
    return sighting.exchange() instanceof RowChange row
        ? row.columns().getOrDefault("id", Optional.empty()).orElse(row.id())
        : sighting.exchange().id();
  }

  /// The message is there and the member is not.
  private static Optional<Arrival> dropped(JsonValue sent, Carried carried, List<Sighting> all) {
    return new Absence(carried, all)
        .empty()
        .map(empty -> new Arrival(carried, empty, without(sent)));
  }

  private static Optional<Meaning.Judged> without(JsonValue sent) {
    return JsonComparison.compare(Part.BODY, JsonObject.EMPTY.with("x", sent), JsonObject.EMPTY)
        .stream()
        .findFirst()
        .map(change -> new Meaning.Judged(change.alteration(), true));
  }

  /// Systems that had the value as it was sent and wrote it otherwise. A system that got it wrong is not to blame for what
  /// it passes on.
  ///
  /// @param source the request that brought the value in
  List<Damage> damages(ValuePlace source, String firstHolder, List<Exchange> shown) {
    Map<String, Damage> bySystem = new LinkedHashMap<>();
    Map<String, ValuePlace> right = new LinkedHashMap<>();
    Map<String, Set<String>> wrong = new LinkedHashMap<>();
    right.put(firstHolder, source);
    for (Arrival arrival : arrivals) {
      Sighting it = arrival.shown();
      String emitter = it.emitter();
      if (!arrival.isDamaged()) {
        it.holders().forEach(holder -> right.putIfAbsent(holder, it.place()));
        continue;
      }
      boolean isPassedOn =
          wrong.getOrDefault(emitter, Set.of()).contains(plain(it.value()))
              && !bySystem.containsKey(emitter);
      ValuePlace from = right.get(emitter);
      if (!isPassedOn && from != null) {
        Damage known = bySystem.get(emitter);
        bySystem.put(
            emitter, known == null ? damage(arrival, from, shown) : known.alsoAt(it.place()));
      }
      it.holders()
          .forEach(
              holder ->
                  wrong.computeIfAbsent(holder, key -> new HashSet<>()).add(plain(it.value())));
    }
    return List.copyOf(bySystem.values());
  }

  private Damage damage(Arrival arrival, ValuePlace from, List<Exchange> shown) {
    Sighting it = arrival.shown();
    return new Damage(
        it.emitter(),
        from,
        it.place(),
        arrival.judged().orElseThrow().alteration(),
        sent.map(Passage::text).orElse(NOTHING),
        it.value() == JsonNull.NULL
            ? NOTHING
            : text(
                sent.map(value -> Meaning.read(value, it.value(), arrival.carried().spelling()))
                    .orElse(it.value())),
        List.of(),
        List.of(),
        it.exchange().id(),
        it.link(),
        shown);
  }

  /// How systems pass it on, whether the place is for text or not.
  private static String plain(JsonValue value) {
    return value instanceof JsonString(String text) ? text : JsonText.compact(value);
  }

  static String text(JsonValue value) {
    return value instanceof JsonString(String text) ? "\"" + text + "\"" : JsonText.compact(value);
  }
}
