package dev.concordat.conform.cause;

import dev.concordat.model.finding.ConformHttpRules;
import dev.concordat.model.finding.ConformRules;
import dev.concordat.model.finding.Rule;
import java.util.List;

/// How bad a finding of a rule is: the worst rules first, all others after them.
final class Weight {
  private static final List<Rule> WORST =
      List.of(
          ConformHttpRules.NOT_PROTECTED,
          ConformHttpRules.FOREIGN_OBJECT,
          ConformRules.SERVER_ERROR,
          ConformRules.NO_ANSWER,
          ConformRules.INVALID_ACCEPTED,
          ConformRules.VALID_REFUSED);

  private Weight() {}

  static int of(Rule rule) {
    int index = WORST.indexOf(rule);
    return index < 0 ? WORST.size() : index;
  }
}
