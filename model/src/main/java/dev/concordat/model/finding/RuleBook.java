package dev.concordat.model.finding;

import java.util.List;
import java.util.Optional;

/// Every rule there is. A new rule is one constant and one line here.
public final class RuleBook {
  private static final List<Rule> RULES =
      List.of(
          ConformRules.UNDOCUMENTED_STATUS,
          ConformRules.WRONG_MEDIA_TYPE,
          ConformRules.MISSING_HEADER,
          ConformRules.WRONG_HEADER,
          ConformRules.MISSING_FIELD,
          ConformRules.WRONG_TYPE,
          ConformRules.VALUE_NOT_ALLOWED,
          ConformRules.UNEXPECTED_FIELD,
          ConformRules.MALFORMED_BODY,
          ConformRules.WRONG_ERROR_FORMAT,
          ConformRules.SERVER_ERROR,
          ConformRules.NO_ANSWER,
          ConformRules.INVALID_ACCEPTED,
          ConformRules.VALID_REFUSED,
          ConformRules.REQUEST_NOT_ALLOWED,
          ConformRules.UNKNOWN_OPERATION,
          ConformRules.UNDOCUMENTED_MESSAGE,
          ConformRules.CONSUMER_NEED_UNMET,
          FlowRules.UNEXPECTED_STATUS,
          FlowRules.UNEXPECTED_VALUE,
          FlowRules.MESSAGE_MISSING,
          FlowRules.MESSAGE_UNEXPECTED,
          FlowRules.ROW_MISSING,
          FlowRules.ROW_MISMATCH,
          FlowRules.TOO_SLOW,
          FlowRules.EVENT_BEFORE_COMMIT);

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
