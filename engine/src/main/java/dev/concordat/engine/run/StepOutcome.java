package dev.concordat.engine.run;

import dev.concordat.model.finding.Comparison;
import dev.concordat.model.finding.Rule;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.finding.Side;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.link.LinkName;
import java.util.Optional;

/// How a step of a flow ended.
sealed interface StepOutcome {
  /// What was seen, in words.
  String detail();

  /// As expected.
  ///
  /// @param result what later steps can refer to
  record Held(JsonValue result, String detail) implements StepOutcome {}

  /// Not as expected.
  record Broke(Blame blame, String detail) implements StepOutcome {}

  /// The flow or its data cannot be carried out; nobody is blamed.
  record Failed(String detail, String fix) implements StepOutcome {}

  /// What a finding needs to know of a broken step.
  record Blame(
      Rule rule,
      String system,
      Side side,
      String why,
      Optional<LinkName> link,
      String operation,
      String pointer,
      String message,
      Sentence sentence,
      Optional<Comparison> comparison,
      Optional<String> exchangeId) {}
}
