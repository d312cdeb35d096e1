package dev.concordat.engine.fidelity;

import dev.concordat.model.json.JsonValue;
import java.util.LinkedHashSet;
import java.util.Set;

/// What contracts say stands for a member that was left out: the one that the request keeps, and those of the places to
/// which its value goes.
final class Defaults {
  private final Known known;
  private final Roles roles;

  Defaults(Known known, Roles roles) {
    this.known = known;
    this.roles = roles;
  }

  /// Whether some contract on the way of a field states the value as its default.
  boolean areStated(String field, Carried place, JsonValue value) {
    return stated(field).stream()
        .anyMatch(stated -> Meaning.isSame(stated, value, place.spelling()));
  }

  private Set<JsonValue> stated(String field) {
    Set<JsonValue> stated = new LinkedHashSet<>();
    known.operation().described(field).forEach(it -> it.defaultValue().ifPresent(stated::add));
    for (Carried place : known.places(field)) {
      for (Sighting sighting : known.example().seen()) {
        if (sighting.place().equals(place.place())) {
          roles
              .described(sighting.exchange(), place.place().kind())
              .forEach(
                  schema ->
                      Described.at(schema, sighting.pointer())
                          .forEach(it -> it.defaultValue().ifPresent(stated::add)));
        }
      }
    }
    return stated;
  }
}
