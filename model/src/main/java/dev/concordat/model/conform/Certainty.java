package dev.concordat.model.conform;

/// What a finding of a run against a provider rests on, the surest first.
public enum Certainty {
  /// A sentence of the contract.
  CONTRACT,
  /// A sentence of the HTTP specifications.
  HTTP,
  /// A relation between operations that nobody wrote down, such as that an id is used elsewhere.
  GUESS
}
