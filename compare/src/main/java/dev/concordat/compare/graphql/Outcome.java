package dev.concordat.compare.graphql;

import dev.concordat.model.comparison.Impact;
import dev.concordat.model.finding.AgreeGraphQlRules;
import dev.concordat.model.finding.AgreeRules;
import dev.concordat.model.finding.Rule;

/// What a change comes to: the rule that it is told by, and what it does.
enum Outcome {
  SELECTION(AgreeGraphQlRules.SELECTION_REFUSED, Impact.BREAKS),
  INPUT(AgreeGraphQlRules.INPUT_REFUSED, Impact.BREAKS),
  DIRECTIVE(AgreeGraphQlRules.DIRECTIVE_REFUSED, Impact.BREAKS),
  DOCUMENT(AgreeGraphQlRules.DOCUMENT_INVALID, Impact.BREAKS),
  DEPRECATED(AgreeGraphQlRules.DEPRECATED_REMOVED, Impact.BREAKS),
  ANSWER(AgreeGraphQlRules.ANSWER_UNEXPECTED, Impact.BREAKS),
  WIDER(AgreeGraphQlRules.ANSWER_WIDER, Impact.RISKY),
  TOOLS(AgreeGraphQlRules.DIRECTIVE_CHANGED, Impact.RISKY),
  MEANING(AgreeRules.MEANING_CHANGED, Impact.MEANING),
  NAMES(AgreeRules.CLIENT_CODE_CHANGED, Impact.CLIENT_CODE),
  SAFE(AgreeRules.CHANGED_SAFELY, Impact.SAFE);

  // A record of texts.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Rule rule;

  private final Impact impact;

  Outcome(Rule rule, Impact impact) {
    this.rule = rule;
    this.impact = impact;
  }

  Rule rule() {
    return rule;
  }

  Impact impact() {
    return impact;
  }

  static Outcome of(Misfit.Kind kind) {
    return switch (kind) {
      case SELECTION -> SELECTION;
      case INPUT -> INPUT;
      case DIRECTIVE -> DIRECTIVE;
      case DOCUMENT -> DOCUMENT;
    };
  }
}
