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
              "contract/bad-json-path",
              "A text that should be a JSONPath query of RFC 9535 is none.",
              "Correct it at the character that the message names."),
          new ProblemRule(
              "contract/bad-overlay-action",
              "An overlay has no actions, or one that does not say what it changes and how.",
              "Give every action a target, and one of update, copy and remove."),
          new ProblemRule(
              "contract/overlay-matches-nothing",
              "The target of an overlay's action selects nothing in the document that it extends.",
              "Correct the target, or remove the action."),
          new ProblemRule(
              "contract/overlay-incompatible",
              "An overlay merges a value into one of another kind, which cannot be done.",
              "Merge objects into objects and items into lists, or remove the old value first."),
          new ProblemRule(
              "contract/overlay-too-big",
              "An overlay adds more, or looks at more, than a document is worth.",
              "Let its targets select less."),
          new ProblemRule(
              "contract/reference-cycle",
              "References lead from one to the next and back, without a value on the way.",
              "Let one of the references on the way hold a value."));

  private ReferenceRules() {}
}
