package dev.concordat.conform.talk;

import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.model.json.JsonValue;
import java.util.Optional;

/// What a run learned: values that exist at the provider, requests that worked. Only reads; {@link Conversation#send} fills
/// it.
public interface Memory {
  /// A value of a parameter that worked or that an answer named, the most trusted first.
  ///
  /// @param mayDestroy whether the request may change or delete what the value names: then only what this run created itself
  ///     is given out
  Optional<JsonValue> value(HttpOperation operation, Parameter parameter, boolean mayDestroy);

  /// The last request of an operation that was answered with a success and kept the contract.
  Optional<Exchange> lastSuccess(HttpOperation operation);
}
