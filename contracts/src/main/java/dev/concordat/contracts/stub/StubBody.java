package dev.concordat.contracts.stub;

import dev.concordat.model.exchange.Bytes;

/// The body that a stub answers with.
public sealed interface StubBody {
  /// None.
  record None() implements StubBody {}

  /// In the file itself.
  record Inline(Bytes bytes) implements StubBody {}

  /// A file that the tool looks for beside its own.
  record InFile(String name) implements StubBody {}
}
