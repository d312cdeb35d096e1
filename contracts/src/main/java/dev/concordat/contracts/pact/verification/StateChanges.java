package dev.concordat.contracts.pact.verification;

import dev.concordat.contracts.pact.ProviderState;
import dev.concordat.model.json.JsonValue;
import java.io.IOException;
import java.util.Map;

/// Puts a provider into the states that interactions name.
public interface StateChanges {
  /// Sets a state up; what it returns is what generators may refer to.
  ///
  /// @throws IOException if the state cannot be set up
  Map<String, JsonValue> setUp(ProviderState state) throws IOException;

  /// Takes a state down again.
  ///
  /// @throws IOException if that fails
  void tearDown(ProviderState state) throws IOException;
}
