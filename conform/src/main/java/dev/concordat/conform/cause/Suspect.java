package dev.concordat.conform.cause;

import dev.concordat.conform.experiment.Experiment;
import dev.concordat.conform.experiment.Suspicion;
import dev.concordat.conform.talk.Exchange;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// One fault, as long as a run gathers what shows it: its smallest story, how often and where it was seen, and whether it was
/// seen again. Guarded by {@link Suspects}.
final class Suspect {
  /// After so many sightings that could not be repeated nothing is tried again.
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
  private Suspicion best;
  private Experiment experiment;
  private State state = State.SEEN;
  private int doubts;
  private int uncounted;
  private boolean isShrunk;

  Suspect(Suspicion first, Experiment experiment) {
    this.best = first;
    this.experiment = experiment;
  }

  void saw(Suspicion suspicion, Experiment by) {
    places.add(suspicion.operation());
    if (cases.size() < MAX_CASES) {
      cases.add(by.id());
    } else {
      uncounted++;
    }
    if (state != State.CONFIRMED || isSmaller(suspicion, best)) {
      best = suspicion;
      experiment = by;
    }
  }

  /// Fewer requests before fewer bytes.
  private static boolean isSmaller(Suspicion one, Suspicion other) {
    int steps = one.story().size() - other.story().size();
    return steps < 0 || (steps == 0 && size(one) < size(other));
  }

  private static long size(Suspicion suspicion) {
    long bytes = 0;
    for (Exchange exchange : suspicion.story()) {
      bytes += exchange.sent().target().length() + exchange.sent().body().total();
    }
    return bytes;
  }

  boolean wantsConfirmation() {
    return state == State.SEEN || (state == State.DOUBTFUL && doubts < MAX_DOUBTS);
  }

  void confirmed() {
    state = State.CONFIRMED;
  }

  /// It was not seen again.
  ///
  /// @param isDecided whether nothing but chance can be the reason
  void doubted(boolean isDecided) {
    doubts++;
    state = isDecided ? State.FLAKY : State.DOUBTFUL;
  }

  boolean isConfirmed() {
    return state == State.CONFIRMED;
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
      if (suspicion.causeKey().equals(best.causeKey())) {
        best = suspicion;
        experiment = smaller;
        return true;
      }
    }
    return false;
  }

  boolean isFlaky() {
    return state == State.FLAKY || state == State.DOUBTFUL;
  }

  Suspicion best() {
    return best;
  }

  Experiment experiment() {
    return experiment;
  }

  int cases() {
    return cases.size() + uncounted;
  }

  /// Where it was seen, the best story's operation first.
  List<String> places() {
    Set<String> ordered = new LinkedHashSet<>();
    ordered.add(best.operation());
    ordered.addAll(places);
    return List.copyOf(ordered);
  }

  /// Takes in what turned out to follow from this fault.
  void caused(Suspect other) {
    List<String> more = new ArrayList<>(best.consequences());
    more.add(other.best.message());
    best = best.withConsequences(more);
  }

  /// Takes in what turned out to be the same fault.
  void absorb(Suspect other) {
    places.addAll(other.places);
    cases.addAll(other.cases);
    uncounted += other.uncounted;
    if (!isConfirmed() && other.isConfirmed()) {
      best = other.best;
      experiment = other.experiment;
      state = State.CONFIRMED;
    }
  }
}
