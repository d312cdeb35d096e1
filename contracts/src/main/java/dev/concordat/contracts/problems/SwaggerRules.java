package dev.concordat.contracts.problems;

import java.util.List;

/// Problems of the sentences that only Swagger 2.0 has.
final class SwaggerRules {
  static final List<ProblemRule> ALL =
      List.of(
          new ProblemRule(
              "contract/form-without-media-type",
              "A Swagger operation has form fields, but consumes no media type of a form.",
              "List application/x-www-form-urlencoded or multipart/form-data under 'consumes'."),
          new ProblemRule(
              "contract/bad-host",
              "The host of a Swagger document is more than a host and a port.",
              "Write a host such as api.example.com, without scheme and path."),
          new ProblemRule(
              "contract/bad-base-path",
              "The basePath of a Swagger document does not begin with a slash.",
              "Begin it with a slash."),
          new ProblemRule(
              "contract/misplaced-schema",
              "A Swagger parameter that is no body has a schema; its type stands beside its name instead.",
              "Write type and bounds beside the parameter's name, or put it in the body."),
          new ProblemRule(
              "contract/nested-list-parameter",
              "A Swagger parameter holds lists of lists in a way that cannot be read exactly.",
              "Send such values in a body."),
          new ProblemRule(
              "contract/bad-collection-format",
              "A collectionFormat does not exist, or not where the parameter travels.",
              "Write csv, ssv, tsv or pipes; multi for query and form fields only."),
          new ProblemRule(
              "contract/second-body",
              "A Swagger operation has two bodies; only one can be sent.",
              "Keep one of them."),
          new ProblemRule(
              "contract/body-without-schema",
              "The body of a Swagger operation has no schema, so any body holds.",
              "Give it a schema."));

  private SwaggerRules() {}
}
