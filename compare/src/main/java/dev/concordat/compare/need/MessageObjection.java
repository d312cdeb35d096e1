package dev.concordat.compare.need;

import dev.concordat.model.comparison.Position.Part;
import dev.concordat.model.finding.AgreeNeedRules;
import dev.concordat.model.finding.AgreeRules;
import dev.concordat.model.finding.Rule;

/// What speaks against a message: in its payload, or in its headers.
record MessageObjection(Part part, Objection objection) {
  /// @param isSent whether the consumer sends it
  Rule rule(boolean isSent) {
    return switch (objection.kind()) {
      case NEVER, OPEN -> isSent ? AgreeRules.BODY_REFUSED : AgreeRules.NOTHING_IN_COMMON;
      case NOT_THE_EXAMPLE, MAY_DIFFER ->
          isSent ? AgreeRules.BODY_REFUSED : AgreeRules.RESPONSE_BODY_UNEXPECTED;
      case UNDECLARED -> AgreeNeedRules.UNSPOKEN;
    };
  }
}
