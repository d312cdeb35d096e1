package dev.concordat.compare.schema;

import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.Violation;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Shows witnesses to validators: ours, and one that others wrote.
final class Witnesses {
  private static final String OURS = "concordat";

  /// Keywords that JSON Schema does not have, so that only our validator judges by them.
  private static final Set<String> ONLY_OURS = Set.of("discriminator");

  private static final List<String> TRIED = List.of("case analysis", "two validators");

  private final SecondVoter second = new SecondVoter();
  private final boolean votesLater;

  /// @param votesLater whether the second validator is asked by {@link #voted} only
  Witnesses(boolean votesLater) {
    this.votesLater = votesLater;
  }

  /// The verdict that the witness deserves.
  ///
  /// @param pointer where the refusal is expected, array indices as `*`; of several reasons the one there is told
  Verdict confirm(
      Schema sender, Schema receiver, Direction direction, JsonValue witness, String pointer) {
    List<Violation> violations = receiver.validate(witness, direction);
    Optional<Violation> first =
        violations.stream()
            .filter(
                each -> Pointers.withoutIndices(each.instancePointer(), witness).equals(pointer))
            .findFirst()
            .or(() -> violations.stream().findFirst());
    String refusal = first.map(Violation::message).orElse("");
    if (first.isEmpty() || !sender.accepts(witness, direction)) {
      return new Verdict.Unknown("the value that was found is none after all: " + witness, TRIED);
    }
    var breaks = new Verdict.Breaks(witness, refusal, List.of(OURS));
    if (!votesLater) {
      return voted(sender, receiver, direction, breaks);
    }
    second.expect(sender, direction, witness);
    second.expect(receiver, direction, witness);
    return breaks;
  }

  /// What is left of a break when the second validator was asked.
  Verdict voted(Schema sender, Schema receiver, Direction direction, Verdict.Breaks breaks) {
    JsonValue witness = breaks.witness();
    Optional<Boolean> sent = second.accepts(sender, direction, witness);
    Optional<Boolean> taken = second.accepts(receiver, direction, witness);
    if (sent.equals(Optional.of(true)) && taken.equals(Optional.of(false))) {
      return new Verdict.Breaks(witness, breaks.refusal(), List.of(OURS, SecondVoter.NAME));
    }
    boolean isOnlyOurs =
        receiver.validate(witness, direction).stream()
            .allMatch(each -> ONLY_OURS.contains(each.keyword()));
    return isOnlyOurs
        ? new Verdict.Breaks(
            witness,
            breaks.refusal() + " (judged by one validator, for JSON Schema has no `discriminator`)",
            List.of(OURS))
        : new Verdict.Unknown(doubt(witness, sent, taken), TRIED);
  }

  private static String doubt(JsonValue witness, Optional<Boolean> sent, Optional<Boolean> taken) {
    if (sent.isEmpty() || taken.isEmpty()) {
      return "only one of two validators can judge " + witness;
    }
    return "validators disagree: "
        + SecondVoter.NAME
        + (sent.get() ? " takes " : " refuses ")
        + witness
        + (sent.get() ? " for both sides" : " for the sender");
  }
}
