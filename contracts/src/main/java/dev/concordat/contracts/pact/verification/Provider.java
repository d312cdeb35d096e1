package dev.concordat.contracts.pact.verification;

import dev.concordat.model.exchange.HttpRequestMessage;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// A provider under test, and what a verification may do with it.
///
/// @param http where its requests go
/// @param messages who makes its messages
/// @param states how its states are changed; empty where nobody can
/// @param filter what is changed in every request before it is sent, such as credentials
public record Provider(
    Peer http,
    MessageSource messages,
    Optional<StateChanges> states,
    UnaryOperator<HttpRequestMessage> filter) {
  /// A provider whose messages come from the same address.
  public static Provider at(Peer http) {
    return new Provider(
        http, new HttpMessageSource(http, "/"), Optional.empty(), UnaryOperator.identity());
  }

  public Provider withStates(StateChanges changes) {
    return new Provider(http, messages, Optional.of(changes), filter);
  }

  public Provider withFilter(UnaryOperator<HttpRequestMessage> changed) {
    return new Provider(http, messages, states, changed);
  }
}
