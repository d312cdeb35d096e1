package dev.concordat.contracts.problems;

import java.util.List;

/// Problems of pact files.
final class PactRules {
  static final List<ProblemRule> ALL =
      List.of(
          new ProblemRule(
              "pact/no-consumer",
              "The pact does not say whose need it is.",
              "Write \"consumer\": {\"name\": …}."),
          new ProblemRule(
              "pact/no-provider",
              "The pact does not say of whom something is needed.",
              "Write \"provider\": {\"name\": …}."),
          new ProblemRule(
              "pact/unknown-version",
              "The file states a version of the Pact specification that does not exist; it is read by its shape.",
              "State 1.0.0, 1.1.0, 2.0.0, 3.0.0 or 4.0."),
          new ProblemRule(
              "pact/no-interactions",
              "The pact holds no interaction, so it asks for nothing.",
              "Check that the consumer's tests ran before the file was written."),
          new ProblemRule(
              "pact/bad-interaction",
              "An interaction lacks its request or response, or is no object.",
              "Write the pact file anew with the consumer's tests."),
          new ProblemRule(
              "pact/no-description",
              "An interaction has no description, by which tools tell interactions apart.",
              "Describe what the consumer does."),
          new ProblemRule(
              "pact/duplicate-interaction",
              "Two interactions have the same description and provider states; tools keep only one of them.",
              "Give one of them another description."),
          new ProblemRule(
              "pact/unknown-interaction-type",
              "The interaction is of a type that does not exist; it is not judged.",
              "Use Synchronous/HTTP, Asynchronous/Messages or Synchronous/Messages."),
          new ProblemRule(
              "pact/bad-body",
              "A body is not in the form that the version of the file wants, or not in the encoding it states.",
              "Write {\"content\": …, \"contentType\": …}, with the encoding that the content really has."),
          new ProblemRule(
              "pact/bad-status",
              "The status of a response is no number; 200 is assumed.",
              "Write a number such as 200."),
          new ProblemRule(
              "pact/bad-matcher",
              "A matching rule is not in the form that matchers have, or its pattern is no regular expression.",
              "Write {\"match\": \"type\"}, or another matcher of the specification."),
          new ProblemRule(
              "pact/unknown-matcher",
              "A matching rule names a matcher that is not known; it checks nothing.",
              "Correct the name; if a plugin defines it, the check is the plugin's."),
          new ProblemRule(
              "pact/bad-path-expression",
              "The key of a matching rule is no path expression; the rule is not applied.",
              "Write it like $.items[*].price or $['a name']."),
          new ProblemRule(
              "pact/unknown-rule-category",
              "Matching rules stand under a part of the message that does not exist; they are not applied.",
              "Rules are for path, query, header, body, status or metadata."),
          new ProblemRule(
              "pact/not-in-version",
              "The pact is written in a version of the specification that has no words for something it says; that is left out.",
              "Write a later version."),
          new ProblemRule(
              "pact/conflicting-interaction",
              "The file has an interaction with the same description and provider states, but other content; nothing is added.",
              "Give the new interaction another description or provider state, or replace the old one."),
          new ProblemRule(
              "pact/not-a-pact",
              "Interactions should be added to a file that is no pact; it is left as it is.",
              "Choose another file name."),
          new ProblemRule(
              "pact/other-pact",
              "Interactions should be added to the pact of another consumer or provider; it is left as it is.",
              "Choose another file name."),
          new ProblemRule(
              "pact/missing-plugin",
              "The pact needs a plugin that is not here; what the plugin wrote is kept and not compared.",
              "Verify these interactions with a Pact verifier that has the plugin."),
          new ProblemRule(
              "pact/bad-plugin-content",
              "What the protobuf plugin stored in the pact does not fit together: descriptors, names of services and types, messages.",
              "Let the consumer's test write the pact again."));

  private PactRules() {}
}
