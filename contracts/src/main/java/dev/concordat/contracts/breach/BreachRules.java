package dev.concordat.contracts.breach;

import dev.concordat.model.finding.ConformRules;
import dev.concordat.model.finding.Rule;

/// Which rule a breach belongs to.
public final class BreachRules {
  private BreachRules() {}

  /// The rule of a kind of breach.
  public static Rule of(Breach.Kind kind) {
    return switch (kind) {
      case UNDOCUMENTED_STATUS -> ConformRules.UNDOCUMENTED_STATUS;
      case WRONG_MEDIA_TYPE -> ConformRules.WRONG_MEDIA_TYPE;
      case MISSING_HEADER -> ConformRules.MISSING_HEADER;
      case WRONG_HEADER -> ConformRules.WRONG_HEADER;
      case MISSING_FIELD -> ConformRules.MISSING_FIELD;
      case WRONG_TYPE -> ConformRules.WRONG_TYPE;
      case VALUE_NOT_ALLOWED -> ConformRules.VALUE_NOT_ALLOWED;
      case UNEXPECTED_FIELD -> ConformRules.UNEXPECTED_FIELD;
      case MALFORMED_BODY -> ConformRules.MALFORMED_BODY;
      case WRONG_ERROR_FORMAT -> ConformRules.WRONG_ERROR_FORMAT;
      case UNKNOWN_OPERATION, METHOD_NOT_ALLOWED -> ConformRules.UNKNOWN_OPERATION;
      case BAD_PARAMETER, MISSING_PARAMETER, BAD_REQUEST_BODY -> ConformRules.REQUEST_NOT_ALLOWED;
    };
  }
}
