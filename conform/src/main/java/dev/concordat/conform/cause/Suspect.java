package dev.concordat.conform.cause;

import dev.concordat.conform.experiment.Experiment;
import dev.concordat.conform.experiment.Suspicion;
import dev.concordat.model.conform.Tries;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One fault, as long as a run gathers what shows it: its smallest story, how often and where it was seen, and whether it was
/// seen again. Guarded by {@link Suspects}.
final class Suspect {
  /// After so many sightings that could not be repeated nothing is tried again until the end.
  private static final int MAX_DOUBTS = 3;

  /// More cases of one fault are not told apart any more; they only count.
  private static final int MAX_CASES = 2_000;

  private enum State {
    SEEN,
    CONFIRMED,
    DOUBTFUL,
    FLAKY
  }

  private final Set<String> places = new LinkedHashSet<>();
  private final Set<String> cases = new LinkedHashSet<>();
  private Sighting best;
  private @Nullable Sighting sure;
  private State state = State.SEEN;
  private Tries tries = Tries.ONCE;
  private int doubts;
  private int uncounted;
  private boolean isShrunk;

  Suspect(Suspicion first, Experiment experiment) {
    this.best = new Sighting(first, experiment);
  }

  void saw(Suspicion suspicion, Experiment by) {
    places.add(suspicion.operation());
    if (cases.size() < MAX_CASES) {
      cases.add(by.id());
    } else {
      uncounted++;
    }
    var sighting = new Sighting(suspicion, by);
    if (state != State.CONFIRMED) {
      best = sighting;
    } else if (sighting.isSmallerThan(best)) {
      sure = sure == null ? best : sure;
      best = sighting;
    }
  }

  /// Whether it was seen once, by something else.
  boolean isShownByAnother(Experiment other) {
    return state == State.SEEN && !cases.isEmpty() && !cases.contains(other.id());
  }

  boolean wantsConfirmation() {
    return (state == State.SEEN || state == State.DOUBTFUL) && doubts < MAX_DOUBTS;
  }

  /// It was seen again.
  void confirmed(int times) {
    state = State.CONFIRMED;
    tries = new Tries(1 + times, 1 + times);
  }

  /// It was not seen again, which may be because of the state that the provider is in.
  void doubted() {
    doubts++;
    state = State.DOUBTFUL;
  }

  /// It could not be tried again, because the provider is in another state by now.
  void unreached() {
    doubts++;
  }

  boolean isConfirmed() {
    return state == State.CONFIRMED;
  }

  /// Takes in how often the best sighting showed when it was tried again.
  void proved(Tries shown) {
    if (shown.of() == 1) {
      return;
    }
    tries = shown;
    state = shown.isAlways() ? State.CONFIRMED : State.FLAKY;
  }

  /// What was confirmed before something smaller took its place.
  Optional<Sighting> sure() {
    return Optional.ofNullable(sure);
  }

  /// Goes back to what was confirmed before.
  void fallBack(Sighting to, Tries shown) {
    best = to;
    sure = null;
    proved(shown);
  }

  /// Nothing smaller shows it, or nothing more may be tried.
  void shrunk() {
    isShrunk = true;
  }

  boolean isShrunk() {
    return isShrunk;
  }

  /// Takes a smaller experiment's story if it shows the same fault.
  boolean takeIfSame(Experiment smaller, List<Suspicion> found) {
    for (Suspicion suspicion : found) {
      if (suspicion.causeKey().equals(best.suspicion().causeKey())) {
        sure = sure == null ? best : sure;
        best = new Sighting(suspicion, smaller);
        return true;
      }
    }
    return false;
  }

  boolean isFlaky() {
    return state == State.FLAKY || state == State.DOUBTFUL;
  }

  Tries tries() {
    return tries;
  }

  Suspicion best() {
    return best.suspicion();
  }

  Sighting sighting() {
    return best;
  }

  Experiment experiment() {
    return best.experiment();
  }

  int cases() {
    return cases.size() + uncounted;
  }

  /// Where it was seen, the best story's operation first.
  List<String> places() {
    Set<String> ordered = new LinkedHashSet<>();
    ordered.add(best().operation());
    ordered.addAll(places);
    return List.copyOf(ordered);
  }

  /// Takes in what turned out to follow from this fault.
  void caused(Suspect other) {
    List<String> more = new ArrayList<>(best().consequences());
    more.add(other.best().message());
    best = new Sighting(best().withConsequences(more), best.experiment());
  }

  /// Takes in what turned out to be the same fault.
  void absorb(Suspect other) {
    places.addAll(other.places);
    cases.addAll(other.cases);
    uncounted += other.uncounted;
    if (!isConfirmed() && other.isConfirmed()) {
      best = other.best;
      state = other.state;
      tries = other.tries;
    }
  }
}
