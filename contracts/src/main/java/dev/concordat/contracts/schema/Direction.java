package dev.concordat.contracts.schema;

/// Which way a value travels. A `readOnly` member need not stand in a request even if it is required; a `writeOnly` one
/// need not stand in a response, and must not (OpenAPI 3.0.4, Schema Object).
public enum Direction {
  REQUEST,
  RESPONSE,
  /// Neither; `readOnly` and `writeOnly` say nothing.
  NONE
}
