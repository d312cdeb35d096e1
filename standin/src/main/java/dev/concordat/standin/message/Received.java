package dev.concordat.standin.message;

import dev.concordat.contracts.breach.Breach;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// What the contract says of a message that came.
///
/// @param operation the id of the operation that takes it
/// @param message the documented message that it is, or is nearest to; empty where none is documented
/// @param note why there is no verdict, or what else is to be said of it; mostly empty
/// @param payload its value, where it can be read
/// @param correlation by which it is told which other message it belongs to
/// @param reply what answers it, where an answer is documented and the message was not refused
public record Received(
    String operation,
    String message,
    Verdict verdict,
    List<Breach> breaches,
    String note,
    Optional<JsonValue> payload,
    Optional<JsonValue> correlation,
    Optional<Production> reply) {
  public Received {
    breaches = List.copyOf(breaches);
  }

  /// Whether the message keeps the contract.
  public enum Verdict {
    KEPT,
    BROKEN,
    UNDECIDED
  }
}
