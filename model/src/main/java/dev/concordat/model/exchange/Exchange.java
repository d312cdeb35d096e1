package dev.concordat.model.exchange;

import java.time.Instant;
import java.util.Optional;

/// What was seen between two systems, or between a system and its part. As it comes from the wire it is raw, since it is
/// judged; secrets are redacted before an exchange is stored or shown (`Redactor` in `wire`).
public sealed interface Exchange permits HttpExchange, MessageDelivery, RowChange {
  /// Unique within a run: `x17`.
  String id();

  /// When it began to be seen, by the clock of the machine that runs Concordat.
  Instant at();

  /// The W3C trace id (32 hex digits) that it carried.
  Optional<String> traceId();
}
