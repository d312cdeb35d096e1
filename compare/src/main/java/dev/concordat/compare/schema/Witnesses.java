package dev.concordat.compare.schema;

import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.Violation;
import dev.concordat.model.json.JsonValue;
import java.util.List;

/// Shows witnesses to validators.
final class Witnesses {
  private static final String OURS = "concordat";

  /// The verdict that the witness deserves.
  Verdict confirm(Schema sender, Schema receiver, Direction direction, JsonValue witness) {
    List<Violation> violations = receiver.validate(witness, direction);
    String refusal =
        violations.stream().findFirst().map(Violation::message).orElse("refused without a reason");
    return new Verdict.Breaks(witness, refusal, List.of(OURS));
  }
}
