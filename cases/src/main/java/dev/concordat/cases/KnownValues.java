package dev.concordat.cases;

import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.model.json.JsonValue;
import java.util.Optional;

/// What is known of a provider: values that exist there. Asked anew for every case, so that later cases stand on what earlier
/// ones found out. A value that breaks the contract is not used.
@FunctionalInterface
public interface KnownValues {
  /// Nothing is known.
  KnownValues NONE = (operation, parameter) -> Optional.empty();

  /// A value of a parameter that exists at the provider.
  Optional<JsonValue> value(HttpOperation operation, Parameter parameter);

  /// A body that the provider took before.
  default Optional<JsonValue> body(HttpOperation operation, MediaTypeSpec spec) {
    return Optional.empty();
  }

  /// Whether the provider refuses requests without a parameter that the contract does not require.
  default boolean demands(HttpOperation operation, Parameter parameter) {
    return false;
  }

  /// The value, changed so that the provider takes it as far as its refusals told what it wants.
  ///
  /// @param place `body`, or the parameter's pointer: `query:limit`
  default JsonValue amended(HttpOperation operation, String place, JsonValue value) {
    return value;
  }

  /// Whether a valid request of the operation was answered with a success.
  default boolean hasSucceeded(HttpOperation operation) {
    return false;
  }
}
