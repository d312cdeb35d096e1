package dev.concordat.conform.scenario;

import dev.concordat.contracts.http.HttpOperation;

/// A sequence of requests that shows one kind of fault, or several that share their steps. One scenario is one file and one
/// line in {@link Scenarios}. Reports only what its last step proves; where an earlier step did not go as it should it ends,
/// because that is told by itself or by another scenario.
interface Scenario {
  /// For ids: `replace-twice`.
  String name();

  /// How many requests it sends at most, those that make what it needs included.
  int requests();

  /// Whether it can say something about this operation. Each scenario has one operation of a resource at which it starts.
  boolean fits(HttpOperation operation, Site site);

  /// Does it.
  void run(Walk walk, HttpOperation operation);
}
