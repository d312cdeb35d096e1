package dev.concordat.compare.avro;

import dev.concordat.model.json.JsonValue;
import java.util.Optional;

/// A value that is read, and not as what was meant.
///
/// @param leaf a value of the writer that shows it; absent where any does
/// @param what as a sentence
record Loss(Kind kind, Optional<JsonValue> leaf, Clause what) {
  /// What becomes of the value.
  enum Kind {
    /// A field that the reader does not have.
    DROPPED,
    /// Another value takes its place.
    REPLACED,
    /// The same number or text means something else.
    MISREAD,
    /// The reader's logical type does not have the value.
    NOT_ALLOWED
  }
}
