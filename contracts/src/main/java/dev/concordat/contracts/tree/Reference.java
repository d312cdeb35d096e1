package dev.concordat.contracts.tree;

import dev.concordat.model.problem.Problem;

/// Where a `$ref` leads.
public sealed interface Reference {
  /// The node it names.
  record Found(Node node) implements Reference {}

  /// It leads nowhere, or where it may not go.
  record Broken(Problem problem) implements Reference {}
}
