package dev.concordat.contracts.pact;

import dev.concordat.model.matching.RuleSet;

/// The matching rules of one message, by the part they are for.
///
/// @param path rules for the whole path
/// @param status rules for the whole status
public record MatchingRules(
    RuleSet path, RuleSet query, RuleSet headers, RuleSet body, RuleSet status, RuleSet metadata) {
  /// Everything by equality.
  public static final MatchingRules NONE =
      new MatchingRules(
          RuleSet.EMPTY, RuleSet.EMPTY, RuleSet.EMPTY, RuleSet.EMPTY, RuleSet.EMPTY, RuleSet.EMPTY);
}
