package dev.concordat.conform.access;

import java.util.List;

/// A request to an OAuth 2 token endpoint: the client credentials grant (RFC 6749 section 4.4), or with a user the password
/// grant (section 4.3).
///
/// @param tokenUrl absolute, or a path at the provider; empty for the one that the contract names, also by OpenID Connect
///     discovery
/// @param user empty for client credentials
/// @param scopes empty for those that the contract's operations need
public record TokenGrant(
    String tokenUrl,
    String clientId,
    String clientSecret,
    String user,
    String password,
    List<String> scopes) {
  public TokenGrant {
    scopes = List.copyOf(scopes);
  }

  boolean isPassword() {
    return !user.isEmpty();
  }

  /// Secrets are not for logs.
  @Override
  public String toString() {
    return "TokenGrant[" + clientId + " at " + tokenUrl + "]";
  }
}
