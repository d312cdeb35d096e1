package dev.concordat.compare.schema;

import dev.concordat.compare.Policies;
import dev.concordat.contracts.inclusion.Effort;
import dev.concordat.contracts.inclusion.Inclusion;
import dev.concordat.contracts.inclusion.Inclusions;
import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.Violation;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// Compares the schemas of two documents, position by position. What was found out once is kept, so one of these serves
/// all positions of a pair of documents. Not thread-safe.
public final class SchemaComparison {
  private final Policies policies;
  private final Inclusions inclusions = new Inclusions(Effort.defaults());

  public SchemaComparison(Policies policies) {
    this.policies = policies;
  }

  /// All differences of two schemas at one position of a message, in the order of the schemas. Empty when they mean the
  /// same and nothing of note differs.
  ///
  /// @param before of the old contract, or the consumer's
  /// @param after of the new contract, or the provider's
  public List<SchemaDifference> compare(Schema before, Schema after, Way way) {
    if (inclusions.equalMeaning(before, after)) {
      return List.of();
    }
    Verdict verdict =
        verdict(way.sender(before, after), way.receiver(before, after), way.direction());
    return verdict instanceof Verdict.Proved
        ? List.of()
        : List.of(new SchemaDifference("", verdict, List.of(), sentence(before), sentence(after)));
  }

  /// Whether every value that the sender may send is taken by the receiver; the position as a whole.
  public Verdict verdict(Schema sender, Schema receiver, Direction direction) {
    return switch (inclusions.check(sender, policies.sender(), receiver, direction)) {
      case Inclusion.Proved() -> new Verdict.Proved("case analysis");
      case Inclusion.Breaks(JsonValue witness) ->
          new Verdict.Breaks(witness, refusal(receiver, witness, direction), List.of("concordat"));
      case Inclusion.Unknown(String reason, List<String> tried) ->
          new Verdict.Unknown(reason, tried);
    };
  }

  private static String refusal(Schema receiver, JsonValue witness, Direction direction) {
    return receiver.validate(witness, direction).stream()
        .findFirst()
        .map(Violation::message)
        .orElse("");
  }

  private static Optional<Sentence> sentence(Schema schema) {
    return Optional.of(new Sentence(schema.place(), schema.node().sourceLine()));
  }
}
