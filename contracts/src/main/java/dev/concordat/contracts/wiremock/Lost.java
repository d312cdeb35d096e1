package dev.concordat.contracts.wiremock;

import dev.concordat.model.place.Place;
import dev.concordat.model.problem.Problem;

/// What mappings cannot say.
final class Lost {
  private Lost() {}

  static Problem of(Place place, String what) {
    return Problem.warning(
        "stub/not-in-wiremock",
        place,
        "WireMock mappings cannot say this, it is left out: " + what,
        "");
  }
}
