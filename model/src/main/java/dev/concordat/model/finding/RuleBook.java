package dev.concordat.model.finding;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Every rule there is. A new rule is one constant and one line in its class; a new class is one line here.
public final class RuleBook {
  private static final List<Rule> RULES =
      Stream.of(
              // agree
              AgreeRules.ALL,
              AgreeGraphQlRules.ALL,
              AgreeNeedRules.ALL,
              AgreeProtobufRules.ALL,
              AgreeMessageRules.ALL,
              // conform
              ConformRules.ALL,
              ConformHttpRules.ALL,
              ConformMeaningRules.ALL,
              ConformAccessRules.ALL,
              // fidelity
              FidelityNumberRules.ALL,
              FidelityTextRules.ALL,
              FidelityShapeRules.ALL,
              FidelityMessageRules.ALL,
              // resilience
              ResilienceRules.ALL,
              // timing
              TimingRules.ALL,
              // flows
              FlowRules.ALL,
              // drift
              DriftRules.ALL)
          .flatMap(List::stream)
          .toList();

  private RuleBook() {}

  /// All rules, by proof, the most frequent first.
  public static List<Rule> all() {
    return RULES;
  }

  /// The rule with this id.
  public static Optional<Rule> find(String id) {
    return RULES.stream().filter(rule -> rule.id().equals(id)).findFirst();
  }

  /// The reference page `docs/reference/rules.md`.
  public static String markdown() {
    var page =
        new StringBuilder(
            "# Rules\n\nWhat Concordat can find. `concordat explain ID` prints an entry.\n");
    Proof proof = null;
    for (Rule rule : RULES) {
      if (rule.proof() != proof) {
        proof = rule.proof();
        page.append("\n## ").append(proof.word()).append('\n');
      }
      page.append("\n### ").append(rule.id()).append("\n\n**").append(rule.title()).append(".**\n");
      page.append(rule.meaning()).append("\n\n*Fix:* ").append(rule.fix()).append('\n');
    }
    return page.toString();
  }
}
