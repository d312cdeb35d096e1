package dev.concordat.compare.need;

import dev.concordat.compare.need.Findings.Draft;
import dev.concordat.compare.need.Objection.Kind;
import dev.concordat.contracts.inclusion.Reading;
import dev.concordat.contracts.schema.Direction;
import dev.concordat.model.comparison.Alias;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Position.Part;
import dev.concordat.model.comparison.WitnessMessage;
import dev.concordat.model.finding.AgreeNeedRules;
import dev.concordat.model.finding.AgreeRules;
import dev.concordat.model.finding.Rule;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.json.JsonObject;
import java.util.List;

/// Says of answers in JSON that a consumer needs whether they may come, where the provider's own language is another one
/// and was put into a JSON Schema.
public final class AnswerNeeds {
  private final Questions questions = new Questions(Reading.LITERAL);
  private final MemorySchemas schemas = new MemorySchemas();
  private final boolean isDetailed;

  /// @param isDetailed whether each part that may differ is told by itself
  public AnswerNeeds(boolean isDetailed) {
    this.isDetailed = isDetailed;
  }

  /// Compares what a consumer needs with all that may come.
  ///
  /// @param name what the consumer calls what it needs
  /// @param operation of the provider
  /// @param answers the JSON Schema of all that may come
  /// @param provider the sentence that stands for it
  /// @param never what another tool calls a value that never comes
  public List<Difference> differences(
      String name,
      Sentences sentences,
      String operation,
      Example needed,
      JsonObject answers,
      Sentence provider,
      List<Alias> never) {
    var findings = new Findings(name, sentences, operation);
    var need = new JsonNeed(questions, schemas.of(answers), needed, Direction.RESPONSE);
    List<Objection> all = need.objections();
    for (Objection objection : isDetailed ? all : Objection.summed(all)) {
      findings.add(
          Draft.of(rule(objection), impact(objection), Part.RESPONSE_BODY, "", objection.message())
              .at(objection.pointer())
              .named(objection.named())
              .against(provider)
              .shown(evidence(objection))
              .alias(isNever(objection) ? never : List.of()));
    }
    return findings.differences();
  }

  private static boolean isNever(Objection objection) {
    return objection.kind() == Kind.NEVER || objection.kind() == Kind.NOT_THE_EXAMPLE;
  }

  private static Rule rule(Objection objection) {
    return switch (objection.kind()) {
      case NEVER, OPEN -> AgreeRules.NOTHING_IN_COMMON;
      case NOT_THE_EXAMPLE, MAY_DIFFER -> AgreeRules.RESPONSE_BODY_UNEXPECTED;
      case UNDECLARED -> AgreeNeedRules.UNSPOKEN;
    };
  }

  private static Impact impact(Objection objection) {
    return switch (objection.kind()) {
      case NEVER -> Impact.BREAKS;
      case OPEN -> Impact.UNKNOWN;
      case NOT_THE_EXAMPLE, MAY_DIFFER, UNDECLARED -> Impact.RISKY;
    };
  }

  private static Evidence evidence(Objection objection) {
    return objection
        .witness()
        .map(
            untaken ->
                Findings.witnessed(new WitnessMessage.Value(untaken.value()), false, untaken.why()))
        .or(() -> objection.undecided().map(undecided -> (Evidence) undecided))
        .orElseGet(Evidence.Stated::new);
  }
}
