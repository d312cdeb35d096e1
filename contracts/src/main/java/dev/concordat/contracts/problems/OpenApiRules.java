package dev.concordat.contracts.problems;

import java.util.List;

/// Problems of writing OpenAPI documents.
final class OpenApiRules {
  static final List<ProblemRule> ALL =
      List.of(
          new ProblemRule(
              "openapi/not-in-version",
              "OpenAPI 3.1 has no words for what the contract says here, so a document written in it lacks it.",
              "Nothing is wrong with the contract; keep its own document for this sentence, or say it in another way."));

  private OpenApiRules() {}
}
