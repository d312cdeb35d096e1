package dev.concordat.engine.fidelity;

import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// What is sent over the ways that are known: in each request one value for each field, then
/// none, then null or the empty text.
final class ProbePlan {
  private final Errands errands;
  private final Known known;
  private final FewValues few;
  private final OnTheWay way;

  ProbePlan(Errands errands, Known known, FewValues few, Roles roles) {
    this.few = few;
    this.errands = errands;
    this.known = known;
    this.way = new OnTheWay(roles, known.example().seen());
  }

  /// @param most rounds of values; those without values are beside them
  List<Filling> rounds(int most) {
    List<Filling> rounds = new ArrayList<>(values(most));
    Set<String> leftOut = new LinkedHashSet<>();
    Map<String, JsonValue> empty = new LinkedHashMap<>();
    known
        .carried()
        .forEach(
            (field, places) -> {
              if (errands.allows(known.form(), Filling.without(Set.of(field)))
                  && way.allowNothing(places)) {
                leftOut.add(field);
              }
              // An empty cookie is none to many; elsewhere than in a body there is no null.
              Stream.of(JsonNull.NULL, new JsonString(""))
                  .filter(
                      it -> it == JsonNull.NULL ? field.startsWith("/") : !CookieWords.is(field))
                  .filter(it -> isAllowed(field, it))
                  .findFirst()
                  .ifPresent(it -> empty.put(field, it));
            });
    if (!leftOut.isEmpty()) {
      rounds.add(Filling.without(leftOut));
    }
    if (!empty.isEmpty()) {
      rounds.add(Filling.of(empty));
    }
    return rounds;
  }

  private List<Filling> values(int most) {
    Map<String, List<JsonValue>> probes = new LinkedHashMap<>();
    int count = 0;
    for (String field : known.carried().keySet()) {
      JsonValue example = known.form().fields().getOrDefault(field, JsonNull.NULL);
      List<JsonValue> values =
          few.has(field)
              ? few.probes(field, known.places(field)).stream()
                  .filter(value -> isAllowed(field, value))
                  .toList()
              : likely(field, example);
      probes.put(field, values);
      count = Math.max(count, values.size());
    }
    List<Filling> rounds = new ArrayList<>();
    for (int round = 0; round < Math.min(count, most); round++) {
      Map<String, JsonValue> values = new LinkedHashMap<>();
      for (Map.Entry<String, List<JsonValue>> field : probes.entrySet()) {
        if (round < field.getValue().size()) {
          values.put(field.getKey(), field.getValue().get(round));
        }
      }
      rounds.add(Filling.of(values));
    }
    return rounds;
  }

  private List<JsonValue> likely(String field, JsonValue example) {
    if (CookieWords.is(field)) {
      return CookieWords.probes().filter(value -> isAllowed(field, value)).toList();
    }
    return Base64Words.coding(known.operation().described(field))
        .map(
            it -> Base64Words.probes(it).stream().filter(value -> isAllowed(field, value)).toList())
        .orElseGet(() -> Probes.like(example, value -> isAllowed(field, value)));
  }

  /// Whether the contracts of all places allow a value.
  private boolean isAllowed(String field, JsonValue value) {
    return errands.allows(known.form(), Filling.of(Map.of(field, value)))
        && way.allow(known.places(field), value);
  }
}
