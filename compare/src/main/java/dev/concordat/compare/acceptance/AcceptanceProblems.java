package dev.concordat.compare.acceptance;

import dev.concordat.contracts.problems.ProblemRule;
import java.util.List;

/// What can be wrong with a list of accepted differences. `concordat explain ID` prints an entry.
public final class AcceptanceProblems {
  private static final List<ProblemRule> ALL =
      List.of(
          new ProblemRule(
              "ignore/expired",
              "The last day of an entry is over, so what it accepted counts again.",
              "Mend what it accepted, or agree with its owner on a later day."),
          new ProblemRule(
              "ignore/unmatched",
              "No difference of this comparison matches the entry.",
              "Remove the entry, or correct what it matches; another comparison may need it."),
          new ProblemRule(
              "ignore/accepts-everything",
              "An entry says neither rule, alias, operation, pointer nor id, so it would accept"
                  + " every difference.",
              "Say at least one of them."),
          new ProblemRule(
              "ignore/missing-member",
              "An entry lacks its reason, its owner or its last day.",
              "Write all three, so that nothing is accepted for ever or by nobody."),
          new ProblemRule(
              "ignore/unknown-member",
              "A member of the list or of an entry is not known; read without it, the entry would"
                  + " accept more than is meant.",
              "Correct its name, or remove it."),
          new ProblemRule(
              "ignore/unknown-rule",
              "An entry names a rule that does not exist.",
              "Take the id from the report; what another tool calls it is written as its alias."),
          new ProblemRule(
              "ignore/bad-value",
              "A member of the list or of an entry has a value of the wrong form.",
              "Write what the message asks for."),
          new ProblemRule(
              "ignore/no-list",
              "The file has no list of entries.",
              "Write `accept:` and below it an entry for each difference that is accepted."),
          new ProblemRule(
              "ignore/too-many-entries",
              "The list is longer than what is read.",
              "Accept several differences with one entry: `*` stands for any text in operation and"
                  + " pointer."));

  private AcceptanceProblems() {}

  /// All of them, the most frequent first.
  public static List<ProblemRule> all() {
    return ALL;
  }
}
