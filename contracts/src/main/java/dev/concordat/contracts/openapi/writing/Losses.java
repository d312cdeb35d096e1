package dev.concordat.contracts.openapi.writing;

import dev.concordat.model.place.Place;
import dev.concordat.model.problem.Problem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Collects what OpenAPI 3.1 has no words for.
final class Losses {
  private final Set<Problem> found = new LinkedHashSet<>();

  void lost(Place place, String what) {
    lost(place, what, "it is left out");
  }

  /// @param instead what the document says instead
  void lost(Place place, String what, String instead) {
    found.add(
        Problem.warning(
            "openapi/not-in-version",
            place,
            "OpenAPI 3.1 cannot say this, " + instead + ": " + what,
            ""));
  }

  List<Problem> all() {
    return List.copyOf(found);
  }
}
