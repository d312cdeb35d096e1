package dev.concordat.drift;

import dev.concordat.drift.lie.Correction;
import dev.concordat.drift.lie.Lie;
import dev.concordat.drift.observed.Observation;
import dev.concordat.model.drift.Ground;
import dev.concordat.model.drift.Shown;
import dev.concordat.model.exchange.Headers;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.finding.DriftRules;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The lies of one mock, collected from all that it was held against: what two grounds say is one lie. Not thread-safe.
final class Sayings {
  /// A lie with everything it rests on.
  static final class Saying {
    private Lie lie;
    private final Set<Ground> grounds = EnumSet.noneOf(Ground.class);
    private final List<Shown> evidence = new ArrayList<>();

    private Saying(Lie lie) {
      this.lie = lie;
      grounds.add(lie.ground());
      evidence.addAll(lie.evidence());
    }

    Lie lie() {
      return lie;
    }

    List<Ground> grounds() {
      return List.copyOf(grounds);
    }

    List<Shown> evidence() {
      return List.copyOf(evidence);
    }

    /// What was observed is surer of what is true than what a contract leaves open.
    private void confirm(Lie other, List<Shown> shown) {
      grounds.add(other.ground());
      evidence.addAll(shown);
      if (!(other.correction() instanceof Correction.Undecided)) {
        lie = lie.withCorrection(other.correction());
      }
    }
  }

  private final List<Saying> all = new ArrayList<>();

  void addAll(List<Lie> lies) {
    lies.forEach(lie -> all.add(new Saying(lie)));
  }

  /// Adds what a contract makes likely, where it is not known already.
  void presume(List<Lie> lies) {
    for (Lie lie : lies) {
      Optional<Saying> known = all.stream().filter(each -> isSame(each.lie, lie)).findFirst();
      if (known.isPresent()) {
        known.get().confirm(lie, lie.evidence());
      } else {
        all.add(new Saying(lie));
      }
    }
  }

  /// Puts right what a contract asks for and leaves open, by what the provider sends.
  void complete(List<HttpResponseMessage> answers) {
    for (Saying saying : all) {
      boolean isOpen =
          saying.lie.rule().equals(DriftRules.MISSING_HEADER)
              && saying.lie.correction() instanceof Correction.Undecided;
      String name = saying.lie.pointer().substring(saying.lie.pointer().indexOf(':') + 1);
      Optional<String> value =
          answers.stream()
              .flatMap(answer -> Headers.first(answer.headers(), name).stream())
              .findFirst();
      if (isOpen && value.isPresent()) {
        saying.lie = saying.lie.withCorrection(new Correction.SetHeader(name, value.get()));
      }
    }
  }

  /// Adds what answers showed.
  void observe(List<Observation> observations, List<Shown> shown) {
    for (Observation observation : observations) {
      Lie lie = observation.lie();
      Optional<Saying> known = all.stream().filter(each -> isSame(each.lie, lie)).findFirst();
      if (known.isPresent()) {
        known.get().confirm(lie, shown);
      } else if (!observation.isPermitted()) {
        all.add(new Saying(lie.withEvidence(shown)));
      }
    }
  }

  private static boolean isSame(Lie one, Lie other) {
    boolean areRefused =
        one.rule().equals(DriftRules.REQUEST_REFUSED)
            && other.rule().equals(DriftRules.REQUEST_REFUSED);
    boolean areErrors =
        one.rule().equals(DriftRules.WRONG_ERROR_SHAPE)
            && other.rule().equals(DriftRules.WRONG_ERROR_SHAPE);
    return areRefused || areErrors || one.pointer().equals(other.pointer());
  }

  /// The lies, the weightiest first.
  List<Saying> all() {
    List<Saying> sorted = new ArrayList<>(all);
    sorted.sort(
        (a, b) ->
            Integer.compare(
                DriftRules.LIES.indexOf(a.lie.rule()), DriftRules.LIES.indexOf(b.lie.rule())));
    return sorted;
  }
}
