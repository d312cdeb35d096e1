package dev.concordat.contracts.pact.content;

import dev.concordat.model.exchange.Bytes;

/// The body that an interaction states.
public sealed interface ExpectedBody {
  /// Nothing is stated, anything goes.
  record Unstated() implements ExpectedBody {}

  /// There is none: `null` or the empty string.
  record None() implements ExpectedBody {}

  /// These bytes, to be compared by their media type.
  record Present(Bytes bytes) implements ExpectedBody {}

  /// The bytes to send; none where none are stated.
  default Bytes bytes() {
    return Bytes.EMPTY;
  }
}
