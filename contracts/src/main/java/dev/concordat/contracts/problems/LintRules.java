package dev.concordat.contracts.problems;

import java.util.List;

/// What `concordat lint` says beyond reading, the most important first.
final class LintRules {
  static final List<ProblemRule> ALL =
      List.of(
          new ProblemRule(
              "lint/impossible-schema",
              "No value satisfies the schema: two of its sentences exclude each other, so nothing can ever be sent there.",
              "Decide which of the two sentences is meant, and change the other."),
          new ProblemRule(
              "lint/ambiguous-paths",
              "One request can mean two paths, and servers and gateways differ in which one they take.",
              "Keep one of the two, or give one a segment of its own."),
          new ProblemRule(
              "lint/optional-looks-like-typo",
              "A property is required that is not described, while one of nearly that name is described and optional.",
              "Correct the name under 'required'."),
          new ProblemRule(
              "lint/keyword-looks-like-typo",
              "A member of a schema is nearly a keyword, and none, so it says nothing.",
              "Correct the name; extensions begin with 'x-'."),
          new ProblemRule(
              "lint/path-parameter-not-in-path",
              "A parameter is declared for the path, and the path has no place for it.",
              "Put it in braces into the path, or remove it."),
          new ProblemRule(
              "lint/enum-value-of-wrong-type",
              "An enumeration lists a value that the type beside it excludes; in YAML mostly a word or number without quotes.",
              "Put the value in quotes, or correct the type."),
          new ProblemRule(
              "lint/default-breaks-schema",
              "The value that is assumed where none is sent could not be sent.",
              "Mend the default or the schema."),
          new ProblemRule(
              "lint/keyword-on-wrong-type",
              "A keyword stands beside a type of which it says nothing, such as a length beside a number.",
              "Remove the keyword, or correct the type."),
          new ProblemRule(
              "lint/duplicate-enum",
              "An enumeration lists a value twice; code that is made from it may not compile.",
              "Remove one of the two."),
          new ProblemRule(
              "lint/unused-component",
              "Nothing in the document refers to the component.",
              "Remove it, or refer to it where it is meant."));

  private LintRules() {}
}
