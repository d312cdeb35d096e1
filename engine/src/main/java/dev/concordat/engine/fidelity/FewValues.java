package dev.concordat.engine.fidelity;

import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.fidelity.change.Alteration;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Fields of which few values exist: none of them is met nowhere else, so what is learned is which place changes with the
/// field, and always to the same value.
final class FewValues {
  /// Requests beyond what the schedule needs, for values that are refused.
  private static final int MOST_ALONE = 8;

  private final Errands errands;
  private final Known known;
  private final Roles roles;
  private final Map<String, Vocabulary> vocabularies = new LinkedHashMap<>();
  private final Observations observations = new Observations();
  private int alone;

  private FewValues(Errands errands, Known known, Roles roles) {
    this.errands = errands;
    this.known = known;
    this.roles = roles;
  }

  static FewValues learn(Errands errands, Known known, Roles roles)
      throws InterruptedException, EnvironmentFailure {
    var few = new FewValues(errands, known, roles);
    few.learn();
    return few;
  }

  private void learn() throws InterruptedException, EnvironmentFailure {
    Set<String> others = known.example().filling().fields();
    known
        .form()
        .fields()
        .forEach(
            (field, example) -> {
              if (!others.contains(field)) {
                Vocabulary.of(
                        example,
                        known.operation().described(field),
                        it -> errands.allows(known.form(), Filling.of(Map.of(field, it))))
                    .ifPresent(it -> vocabularies.put(field, it));
              }
            });
    for (Map<String, JsonValue> values : Schedule.of(vocabularies)) {
      if (!values.isEmpty() && !errands.isOver() && !isSent(values)) {
        for (Map.Entry<String, JsonValue> one : values.entrySet()) {
          if (alone++ < MOST_ALONE && !errands.isOver()) {
            isSent(Map.of(one.getKey(), one.getValue()));
          }
        }
      }
    }
  }

  private boolean isSent(Map<String, JsonValue> values)
      throws InterruptedException, EnvironmentFailure {
    Optional<Trip> trip =
        errands.send(known.form(), Filling.of(values), known.example().filling().fields());
    Map<String, JsonValue> sent = new LinkedHashMap<>();
    for (String field : vocabularies.keySet()) {
      sent.put(field, known.form().fields().getOrDefault(field, JsonNull.NULL));
    }
    sent.putAll(values);
    trip.ifPresent(it -> observations.add(sent, it.seen()));
    return trip.isPresent();
  }

  /// What was known, and where the fields of few values go.
  Known known() {
    Map<String, List<Carried>> carried = new LinkedHashMap<>(known.carried());
    vocabularies.forEach(
        (field, vocabulary) -> {
          List<Carried> places =
              observations.carried(field, vocabulary.isListed() && !vocabulary.isPair()).stream()
                  .filter(it -> !it.place().equals(known.source(field)))
                  .toList();
          if (!places.isEmpty()) {
            carried.put(field, places);
          }
        });
    return new Known(known.operation(), known.form(), carried, known.example());
  }

  boolean has(String field) {
    return vocabularies.containsKey(field);
  }

  /// What is worth sending over the ways of a field: every value that the contract lists, but those that arrived.
  List<JsonValue> probes(String field, List<Carried> places) {
    Vocabulary vocabulary = vocabularies.get(field);
    return vocabulary == null || !vocabulary.isListed()
        ? List.of()
        : vocabulary.values().stream()
            .filter(it -> !places.stream().allMatch(to -> observations.isKept(field, to, it)))
            .toList();
  }

  /// Whether a value stands in a place as a word of another vocabulary: one that the field does not have, that no other of its
  /// values becomes, and in a place whose contract does not list the value itself.
  boolean isTranslated(String field, JsonValue sent, Passage.Arrival arrival) {
    Vocabulary vocabulary = vocabularies.get(field);
    boolean isFolded =
        arrival.judged().filter(it -> it.alteration() == Alteration.CASE_FOLDED).isPresent();
    if (vocabulary == null || isFolded) {
      return false;
    }
    JsonValue received = Meaning.read(sent, arrival.shown().value(), arrival.carried().spelling());
    return !vocabulary.has(received)
        && observations.isOneToOne(field, arrival.carried(), sent, arrival.shown().value())
        && !isListedThere(sent, arrival.shown());
  }

  private boolean isListedThere(JsonValue sent, Sighting shown) {
    List<JsonValue> listed = new ArrayList<>();
    roles
        .described(shown.exchange(), shown.place().kind())
        .forEach(
            schema ->
                Described.at(schema, shown.pointer())
                    .forEach(it -> it.enumValues().ifPresent(listed::addAll)));
    return listed.contains(sent);
  }
}
