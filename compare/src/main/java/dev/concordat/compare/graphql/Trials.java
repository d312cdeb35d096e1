package dev.concordat.compare.graphql;

import dev.concordat.model.comparison.Witness;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Tries operations until one tells two schemas apart.
record Trials(Sides sides, Probes probes) {
  private static final int MAX_SHOWN = 3;

  /// Operations for one difference.
  ///
  /// @param candidates smallest first; empty for those that could not be made
  /// @param paths what of the schemas the difference is about
  record Trial(List<Optional<Probe>> candidates, List<String> paths) {
    Trial {
      candidates = List.copyOf(candidates);
      paths = List.copyOf(paths);
    }

    static Trial of(Optional<Probe> candidate, String... paths) {
      return new Trial(List.of(candidate), List.of(paths));
    }

    @SuppressWarnings("UnnecessaryLambda")
    private Predicate<Misfit> about() {
      return misfit ->
          paths.stream()
              .anyMatch(path -> misfit.path().equals(path) || misfit.path().startsWith(path + "."));
    }
  }

  /// The first operation that was valid and is refused now because of the difference.
  Optional<Sides.Refused> refusedForIt(Trial trial) {
    return trial.candidates().stream()
        .flatMap(Optional::stream)
        .flatMap(probe -> sides.refused(probe, trial.about()).stream())
        .filter(Sides.Refused::isAbout)
        .findFirst();
  }

  /// The same; where every such operation is refused because of another difference already, one of these.
  Optional<Sides.Refused> refused(Trial trial) {
    Optional<Sides.Refused> other = Optional.empty();
    for (Optional<Probe> candidate : trial.candidates()) {
      Optional<Sides.Refused> refused =
          candidate.flatMap(probe -> sides.refused(probe, trial.about()));
      if (refused.filter(Sides.Refused::isAbout).isPresent()) {
        return refused;
      }
      other = other.or(() -> refused);
    }
    return other;
  }

  /// Broken by one of these operations, or undecided.
  ///
  /// @param isDeprecated whether the end of what is gone was announced
  Verdict broken(Outcome outcome, boolean isDeprecated, Trial trial) {
    return refused(trial)
        .map(refused -> verdict(refused, isDeprecated))
        .orElseGet(() -> undecided(outcome, trial));
  }

  static Verdict verdict(Sides.Refused refused, boolean isDeprecated) {
    return Verdict.witnessed(
        isDeprecated ? Outcome.DEPRECATED : Outcome.of(refused.kind()), refused.witness());
  }

  /// It could not be decided.
  Verdict undecided(Outcome outcome, Trial trial) {
    var tried = new ArrayList<Probe>();
    trial.candidates().forEach(one -> one.ifPresent(tried::add));
    return Verdict.undecided(outcome, reason(tried), Sides.texts(tried, MAX_SHOWN));
  }

  private String reason(List<Probe> tried) {
    if (!sides.canVote()) {
      return "one of the schemas has mistakes, so that no operation can be judged by it";
    }
    if (!sides.isPatient()) {
      return "too many operations were tried for other differences";
    }
    return tried.isEmpty()
        ? "no operation could be made that uses it"
        : "no operation that was tried is refused";
  }

  /// An answer that the old schema forbids, where there is one; else only told.
  Verdict widerBy(Optional<Probe> probe, Twist twist) {
    Optional<Witness> witness = probe.flatMap(one -> sides.unexpected(one, twist));
    return witness
        .map(one -> Verdict.witnessed(Outcome.WIDER, one))
        .orElseGet(() -> Verdict.stated(Outcome.WIDER));
  }

  /// Nothing breaks, because nothing comes there.
  static Verdict unreached(String type) {
    return Verdict.proved(Outcome.SAFE, "no operation comes to `" + type + "`");
  }
}
