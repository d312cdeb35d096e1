package dev.concordat.wire.standin;

import dev.concordat.contracts.schema.Schema;
import dev.concordat.model.json.JsonValue;
import java.util.Optional;

/// Makes values for which a contract has no example. The same schema gives the same value. Thread-safe.
@FunctionalInterface
public interface AnswerSource {
  /// A value that the schema accepts; empty when none can be made.
  Optional<JsonValue> value(Schema schema);
}
