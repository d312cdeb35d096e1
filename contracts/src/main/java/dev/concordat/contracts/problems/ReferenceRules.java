package dev.concordat.contracts.problems;

import java.util.List;

/// Problems of `$ref`.
final class ReferenceRules {
  static final List<ProblemRule> ALL =
      List.of(
          new ProblemRule(
              "contract/dangling-reference",
              "A $ref leads to nothing: the file, the pointer or the anchor does not exist. What refers to it allows everything.",
              "Correct the reference, or add what it names."),
          new ProblemRule(
              "contract/remote-reference",
              "A $ref leads to the network, and references are not fetched unless that is allowed.",
              "Save the document in the workspace and refer to it by its path."),
          new ProblemRule(
              "contract/reference-leaves-root",
              "A $ref leads to a file outside of the workspace, which a contract may not read unless that is allowed.",
              "Move the file into the workspace, or start Concordat in the folder that holds both."),
          new ProblemRule(
              "contract/unfetched-reference",
              "A $ref leads to an address that may be fetched, but no document came of it.",
              "Check the address, or save the document in the workspace."),
          new ProblemRule(
              "contract/reference-cycle",
              "References lead from one to the next and back, without a value on the way.",
              "Let one of the references on the way hold a value."));

  private ReferenceRules() {}
}
