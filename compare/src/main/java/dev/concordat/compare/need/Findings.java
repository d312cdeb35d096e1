package dev.concordat.compare.need;

import dev.concordat.model.comparison.Alias;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Position;
import dev.concordat.model.comparison.Position.Part;
import dev.concordat.model.comparison.Witness;
import dev.concordat.model.comparison.WitnessMessage;
import dev.concordat.model.finding.Rule;
import dev.concordat.model.finding.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is found out about one thing that a consumer needs.
final class Findings {
  static final String CONSUMER = "the consumer";
  static final String PROVIDER = "the provider";

  /// The validators that speak for the two sides: schemas by our own, matchers as Pact's tools run them.
  static final List<String> VOTERS = List.of("concordat", "matching");

  private final String name;
  private final Sentences sentences;
  private final String operation;
  private final List<Difference> differences = new ArrayList<>();

  /// @param name what the consumer calls what it needs
  /// @param operation for which it is needed
  Findings(String name, Sentences sentences, String operation) {
    this.name = name;
    this.sentences = sentences;
    this.operation = operation;
  }

  List<Difference> differences() {
    return List.copyOf(differences);
  }

  /// One difference in the making.
  ///
  /// @param detail of the position
  /// @param name of the part in the consumer's contract: see {@link Sentences}
  record Draft(
      Rule rule,
      Impact impact,
      Part part,
      String detail,
      String name,
      String pointer,
      Evidence evidence,
      String message,
      Optional<Sentence> provider,
      List<Alias> aliases) {
    static Draft of(Rule rule, Impact impact, Part part, String detail, String message) {
      return new Draft(
          rule,
          impact,
          part,
          detail,
          "",
          "",
          new Evidence.Stated(),
          message,
          Optional.empty(),
          List.of());
    }

    Draft named(String other) {
      return new Draft(
          rule, impact, part, detail, other, pointer, evidence, message, provider, aliases);
    }

    Draft at(String other) {
      return new Draft(
          rule, impact, part, detail, name, other, evidence, message, provider, aliases);
    }

    Draft shown(Evidence other) {
      return new Draft(
          rule, impact, part, detail, name, pointer, other, message, provider, aliases);
    }

    Draft against(Sentence other) {
      return new Draft(
          rule,
          impact,
          part,
          detail,
          name,
          pointer,
          evidence,
          message,
          Optional.of(other),
          aliases);
    }

    Draft alias(List<Alias> others) {
      return new Draft(
          rule, impact, part, detail, name, pointer, evidence, message, provider, others);
    }
  }

  void add(Draft draft) {
    String message = name.isEmpty() ? draft.message() : name + ": " + draft.message();
    differences.add(
        new Difference(
            draft.rule(),
            draft.impact(),
            draft.evidence(),
            new Position(operation, draft.part(), draft.detail()),
            draft.pointer(),
            message,
            Optional.of(sentences.of(draft.part(), draft.name())),
            draft.provider(),
            draft.aliases(),
            List.of()));
  }

  /// A message that one side may send and the other refuses.
  static Evidence witnessed(WitnessMessage message, boolean isFromConsumer, String why) {
    String sender = isFromConsumer ? CONSUMER : PROVIDER;
    String receiver = isFromConsumer ? PROVIDER : CONSUMER;
    List<String> voters = isFromConsumer ? VOTERS.subList(0, 1) : VOTERS;
    return new Evidence.Witnessed(new Witness(message, sender, receiver, why, voters));
  }
}
