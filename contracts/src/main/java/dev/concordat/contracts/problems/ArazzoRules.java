package dev.concordat.contracts.problems;

import java.util.List;

/// Problems of Arazzo documents.
final class ArazzoRules {
  static final List<ProblemRule> ALL =
      List.of(
          new ProblemRule(
              "arazzo/unknown-version",
              "The document states a version of Arazzo that is not known; what 1.0 and 1.1 have is read.",
              "Write 1.0.1 or 1.1.0."),
          new ProblemRule(
              "arazzo/missing-member", "A member is absent that Arazzo requires.", "Add it."),
          new ProblemRule(
              "arazzo/unknown-member",
              "A member stands where Arazzo has none of that name; it is not used.",
              "Correct the name, or remove the member."),
          new ProblemRule(
              "arazzo/bad-value",
              "A member has a value of the wrong type, or one that it cannot have; it is left out.",
              "Write a value of the type that the message names."),
          new ProblemRule(
              "arazzo/bad-step",
              "A step calls nothing, or several things.",
              "Keep one of operationId, operationPath, channelPath and workflowId."),
          new ProblemRule(
              "arazzo/bad-name",
              "An output has a name that expressions cannot refer to.",
              "Use letters, digits, dots, hyphens and underscores only."),
          new ProblemRule(
              "arazzo/bad-expression",
              "A text begins like a runtime expression and is none.",
              "Correct the expression."),
          new ProblemRule(
              "arazzo/duplicate-id",
              "Two workflows, or two steps of a workflow, have the same id.",
              "Give each a name of its own."),
          new ProblemRule(
              "arazzo/dangling-reference",
              "A step, workflow, source or component is named that does not exist.",
              "Correct the name."),
          new ProblemRule(
              "arazzo/later-step",
              "A step uses a value of a step that comes later.",
              "Move the other step before this one."));

  private ArazzoRules() {}
}
