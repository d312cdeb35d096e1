package dev.concordat.conform.access;

/// Gets tokens over the network.
public interface TokenSource {
  /// What came of it.
  sealed interface Result {
    record Token(String secret) implements Result {}

    /// None was given.
    ///
    /// @param reason for people: `POST /login answered 403`
    record Refused(String reason) implements Result {}
  }

  /// Calls a login.
  Result login(Login login);

  /// Asks a token endpoint.
  ///
  /// @param tokenUrl the endpoint: the grant's own, or the contract's
  Result grant(TokenGrant grant, String tokenUrl);

  /// The token endpoint that a provider of OpenID Connect names in its description (OpenID Connect Discovery 1.0 section 4);
  /// empty where it names none.
  String discover(String url);
}
