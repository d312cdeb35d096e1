package dev.concordat.contracts.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// A way to get a token (OpenAPI 3.1, section 4.8.28, OAuth Flows Object). An address that the contract does not state is
/// empty.
///
/// @param name as OpenAPI 3 writes it: `implicit`, `password`, `clientCredentials`, `authorizationCode`, or since 3.2
///     `deviceAuthorization`
/// @param scopes what each scope allows
public record OAuthFlow(
    String name,
    String authorizationUrl,
    String tokenUrl,
    String refreshUrl,
    Map<String, String> scopes) {
  public OAuthFlow {
    scopes = Collections.unmodifiableMap(new LinkedHashMap<>(scopes));
  }
}
