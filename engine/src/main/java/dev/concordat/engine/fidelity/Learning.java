package dev.concordat.engine.fidelity;

import dev.concordat.model.flowmap.ValuePlace;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Learns from trips with values that nobody else has which place shows the value of which field.
final class Learning {
  /// One value may be met by chance.
  static final int LEAST_EVIDENCE = 2;

  /// What a field's values did in one place.
  private record Met(Spelling spelling, String pointer, int times) {
    Met with(Met next) {
      return new Met(spelling, pointer.equals(next.pointer) ? pointer : "", times + 1);
    }
  }

  private final Map<String, Map<ValuePlace, Met>> met = new LinkedHashMap<>();
  private final Map<String, Map<ValuePlace, Integer>> missed = new LinkedHashMap<>();

  /// @param values what was filled in, by field
  /// @param seen what the request caused
  void add(Map<String, JsonValue> values, List<Sighting> seen) {
    Map<ValuePlace, List<Sighting>> places = new LinkedHashMap<>();
    for (Sighting sighting : seen) {
      places.computeIfAbsent(sighting.place(), key -> new ArrayList<>()).add(sighting);
    }
    values.forEach(
        (field, value) ->
            places.forEach(
                (place, sightings) -> {
                  Optional<Met> meeting = meeting(value, sightings);
                  if (meeting.isPresent()) {
                    met.computeIfAbsent(field, key -> new LinkedHashMap<>())
                        .merge(place, meeting.get(), Met::with);
                  } else if (sightings.stream().anyMatch(it -> it.value() != JsonNull.NULL)) {
                    missed
                        .computeIfAbsent(field, key -> new LinkedHashMap<>())
                        .merge(place, 1, Integer::sum);
                  }
                }));
  }

  private static Optional<Met> meeting(JsonValue value, List<Sighting> sightings) {
    for (Sighting sighting : sightings) {
      for (Spelling spelling : Spelling.values()) {
        boolean isPossible = !sighting.isText() || spelling == Spelling.AS_TEXT;
        if (isPossible && Meaning.isSame(value, sighting.value(), spelling)) {
          return Optional.of(new Met(spelling, sighting.pointer(), 1));
        }
      }
    }
    return Optional.empty();
  }

  /// Whether a value of the field was seen anywhere.
  boolean isMet(String field) {
    return met.containsKey(field);
  }

  /// Where the values of a field always arrive.
  List<Carried> of(String field) {
    List<Carried> carried = new ArrayList<>();
    Map<ValuePlace, Integer> elsewhere = missed.getOrDefault(field, Map.of());
    met.getOrDefault(field, Map.of())
        .forEach(
            (place, it) -> {
              if (it.times() >= LEAST_EVIDENCE && !elsewhere.containsKey(place)) {
                carried.add(new Carried(place, it.spelling(), it.pointer(), it.times()));
              }
            });
    return carried;
  }
}
