package dev.concordat.compare.graphql;

import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Witness;
import dev.concordat.model.finding.Rule;
import java.util.List;

/// What a change does, and how that is known.
record Verdict(Rule rule, Impact impact, Evidence evidence) {
  /// Only documentation, or something that no message shows.
  static Verdict stated(Outcome outcome) {
    return of(outcome, new Evidence.Stated());
  }

  /// @param how why nothing breaks, in a few words
  static Verdict proved(Outcome outcome, String how) {
    return of(outcome, new Evidence.Proved(how));
  }

  static Verdict witnessed(Outcome outcome, Witness witness) {
    return of(outcome, new Evidence.Witnessed(witness));
  }

  /// It may come to this, or to nothing.
  static Verdict undecided(Outcome outcome, String reason, List<String> tried) {
    return new Verdict(outcome.rule(), Impact.UNKNOWN, new Evidence.Undecided(reason, tried));
  }

  private static Verdict of(Outcome outcome, Evidence evidence) {
    return new Verdict(outcome.rule(), outcome.impact(), evidence);
  }
}
