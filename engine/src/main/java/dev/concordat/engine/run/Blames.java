package dev.concordat.engine.run;

import dev.concordat.engine.flow.Mismatch;
import dev.concordat.model.finding.Comparison;
import dev.concordat.model.finding.Rule;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.finding.Side;
import dev.concordat.model.link.LinkName;
import java.util.List;
import java.util.Optional;

/// Whose fault a broken step is, as far as the step alone can tell; diagnosis looks behind it.
///
/// @param why one sentence
record Blames(
    String system,
    Side side,
    String why,
    Optional<LinkName> link,
    String operation,
    Optional<String> exchangeId) {

  static Blames provider(String system, String operation, Optional<String> exchangeId) {
    return new Blames(
        system,
        Side.PROVIDER,
        system + " answered the step, and no contract behind it was found broken",
        Optional.of(new LinkName(LinkName.CONCORDAT, system)),
        operation,
        exchangeId);
  }

  static Blames publisher(String system, String operation, Optional<String> exchangeId) {
    return new Blames(
        system,
        Side.PUBLISHER,
        system + " publishes this message by its contract",
        Optional.empty(),
        operation,
        exchangeId);
  }

  static Blames keeper(String system, String operation) {
    return new Blames(
        system,
        Side.KEEPER,
        system + " owns this database",
        Optional.empty(),
        operation,
        Optional.empty());
  }

  StepOutcome.Broke broke(
      Rule rule,
      String pointer,
      String message,
      Sentence sentence,
      String expected,
      String actual) {
    return new StepOutcome.Broke(
        new StepOutcome.Blame(
            rule,
            system,
            side,
            why,
            link,
            operation,
            pointer,
            message,
            sentence,
            Optional.of(new Comparison(expected, actual)),
            exchangeId),
        message);
  }

  /// The first difference is the finding; how many more there are is said with it.
  StepOutcome.Broke broke(Rule rule, List<Mismatch> mismatches) {
    Mismatch first = mismatches.getFirst();
    String more = mismatches.size() == 1 ? "" : " (and " + (mismatches.size() - 1) + " more)";
    return broke(
        rule,
        first.pointer(),
        first.message() + more,
        first.sentence(),
        first.expected(),
        first.actual());
  }
}
