package dev.concordat.cases;

/// What must come of a case.
public enum Expectation {
  /// A documented example: the answer is a documented success (2xx).
  ACCEPTED,
  /// A valid request: any documented answer will do, for it may ask for what is not there.
  ANSWERED,
  /// A request that breaks one sentence of the contract: the answer is a client error (4xx), never a success.
  REJECTED
}
