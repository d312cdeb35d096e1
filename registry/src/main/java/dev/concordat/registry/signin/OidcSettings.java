package dev.concordat.registry.signin;

import dev.concordat.registry.access.Memberships;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// The issuer of identities whose people may sign in, and what they may do.
///
/// @param issuer as it calls itself
/// @param clientId how this registry is called there
/// @param clientSecret empty for a public client; never shown
/// @param scopes what is asked for beside `openid`
/// @param groupsClaim the claim that says in which groups somebody is; `a.b` also stands for `b` within `a`
public record OidcSettings(
    URI issuer,
    String clientId,
    Optional<String> clientSecret,
    List<String> scopes,
    String groupsClaim,
    Memberships memberships) {
  /// What is asked for where nobody says otherwise.
  public static final List<String> USUAL_SCOPES = List.of("profile", "email");

  /// Where most issuers say in which groups somebody is.
  public static final String USUAL_GROUPS_CLAIM = "groups";

  public OidcSettings {
    scopes = List.copyOf(scopes);
    String problem = problem(issuer).orElse("");
    if (!problem.isEmpty()) {
      throw new IllegalArgumentException(problem);
    }
  }

  /// Why an address cannot be that of an issuer, as half a sentence; empty where it can. Private addresses are allowed:
  /// whoever runs the registry names it.
  public static Optional<String> problem(URI issuer) {
    if (issuer.getQuery() != null || issuer.getFragment() != null || issuer.getUserInfo() != null) {
      return Optional.of("has more than a host and a path");
    }
    return Endpoints.isSafe(issuer)
        ? Optional.empty()
        : Optional.of("must begin with https:// (http:// only for this machine itself)");
  }

  @Override
  public String toString() {
    return issuer + " as " + clientId;
  }
}
