package dev.concordat.contracts.pact.writing;

import dev.concordat.contracts.pact.PactVersion;
import dev.concordat.model.place.Place;
import dev.concordat.model.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/// Collects what a version of pact files has no words for.
final class Losses {
  private final PactVersion version;
  private final List<Problem> found = new ArrayList<>();

  Losses(PactVersion version) {
    this.version = version;
  }

  void lost(Place place, String what, PactVersion since) {
    found.add(
        Problem.warning(
            "pact/not-in-version",
            place,
            "pact files of version " + version.number() + " cannot say " + what,
            "write version " + since.number() + " or later"));
  }

  void unwritable(Place place, String what, String fix) {
    found.add(Problem.warning("pact/not-in-version", place, what, fix));
  }

  List<Problem> all() {
    return List.copyOf(found);
  }
}
