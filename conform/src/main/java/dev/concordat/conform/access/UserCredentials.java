package dev.concordat.conform.access;

import dev.concordat.model.exchange.Header;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What one user has to show. Any of it may be absent; what is there is used where the contract asks for it.
///
/// @param name for people, such as `alice`
/// @param headers sent with every request of the user, as they are
/// @param secrets by the name of the contract's security scheme, without a prefix such as `Bearer`
/// @param basic for HTTP's Basic scheme
/// @param bearer a token for every scheme that takes one
/// @param login a call that answers with a token
/// @param grant a request to an OAuth 2 token endpoint
/// @param expired a token that was valid once, to try that it is refused
public record UserCredentials(
    String name,
    List<Header> headers,
    Map<String, String> secrets,
    Optional<Basic> basic,
    Optional<String> bearer,
    Optional<Login> login,
    Optional<TokenGrant> grant,
    Optional<String> expired) {
  public UserCredentials {
    headers = List.copyOf(headers);
    secrets = Map.copyOf(secrets);
  }

  /// Somebody with nothing to show yet.
  public static UserCredentials named(String name) {
    return new UserCredentials(
        name,
        List.of(),
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  public UserCredentials withHeaders(List<Header> other) {
    return new UserCredentials(name, other, secrets, basic, bearer, login, grant, expired);
  }

  public UserCredentials withSecrets(Map<String, String> other) {
    return new UserCredentials(name, headers, other, basic, bearer, login, grant, expired);
  }

  public UserCredentials withBasic(Basic other) {
    return new UserCredentials(
        name, headers, secrets, Optional.of(other), bearer, login, grant, expired);
  }

  public UserCredentials withBearer(String token) {
    return new UserCredentials(
        name, headers, secrets, basic, Optional.of(token), login, grant, expired);
  }

  public UserCredentials withLogin(Login other) {
    return new UserCredentials(
        name, headers, secrets, basic, bearer, Optional.of(other), grant, expired);
  }

  public UserCredentials withGrant(TokenGrant other) {
    return new UserCredentials(
        name, headers, secrets, basic, bearer, login, Optional.of(other), expired);
  }

  public UserCredentials withExpired(String token) {
    return new UserCredentials(
        name, headers, secrets, basic, bearer, login, grant, Optional.of(token));
  }

  /// Secrets are not for logs.
  @Override
  public String toString() {
    return "UserCredentials[" + name + "]";
  }

  /// A user name and a password (RFC 7617).
  public record Basic(String user, String password) {
    @Override
    public String toString() {
      return "Basic[" + user + "]";
    }
  }
}
