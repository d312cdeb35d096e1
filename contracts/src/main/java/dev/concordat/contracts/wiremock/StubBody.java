package dev.concordat.contracts.wiremock;

import dev.concordat.model.exchange.Bytes;

/// The body that a stub answers with.
public sealed interface StubBody {
  /// None.
  record None() implements StubBody {}

  /// In the mapping itself.
  record Inline(Bytes bytes) implements StubBody {}

  /// A file below `__files`.
  record InFile(String name) implements StubBody {}
}
