package dev.concordat.registry.signin;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/// What an issuer says of itself (OpenID Connect Discovery 1.0), and the judge of its ID tokens, which keeps its keys.
///
/// @param readAt when it said so
record KnownIssuer(OIDCProviderMetadata metadata, IDTokenValidator validator, Instant readAt) {
  private static final String DISCOVERY = "/.well-known/openid-configuration";

  /// Only signatures that nobody but the issuer can make: no `none`, and nothing with a shared secret.
  private static final Set<JWSAlgorithm> ALGORITHMS = new HashSet<>();

  static {
    ALGORITHMS.addAll(JWSAlgorithm.Family.RSA);
    ALGORITHMS.addAll(JWSAlgorithm.Family.EC);
    // Of a curve for coins, which Java does not have.
    ALGORITHMS.remove(JWSAlgorithm.ES256K);
  }

  /// Asks it.
  static KnownIssuer ask(OidcSettings settings, IssuerCalls calls, Instant now)
      throws SignInFailure {
    String issuer = settings.issuer().toString();
    URI address = URI.create(issuer.replaceAll("/$", "") + DISCOVERY);
    OIDCProviderMetadata metadata;
    try {
      metadata = OIDCProviderMetadata.parse(calls.get(address).getContent());
    } catch (IOException e) {
      throw new SignInFailure(
          502,
          "The issuer does not answer",
          "The registry asked " + address + ": " + e.getMessage() + ".",
          "Tokens still work. Try again when the issuer is back; if it never answered, --oidc-issuer is wrong.");
    } catch (ParseException e) {
      throw new SignInFailure(
          502,
          "The issuer cannot be understood",
          address + " is no description of an issuer: " + e.getMessage() + ".",
          "Whoever runs the registry: is --oidc-issuer the address of an OpenID Connect issuer?");
    }
    String own = metadata.getIssuer().getValue();
    if (!own.equals(issuer)) {
      throw new SignInFailure(
          502,
          "The issuer calls itself something else",
          address + " says that its issuer is " + own + ", and not " + issuer + ".",
          "Whoever runs the registry: start it with --oidc-issuer " + own + ".");
    }
    return new KnownIssuer(metadata, validator(settings, metadata, calls), now);
  }

  /// Keys are asked for when a token names one that is not known, but not more than twice in half a minute, and kept for
  /// five minutes (the library's limits).
  private static IDTokenValidator validator(
      OidcSettings settings, OIDCProviderMetadata metadata, IssuerCalls calls)
      throws SignInFailure {
    for (URI endpoint :
        new URI[] {
          metadata.getAuthorizationEndpointURI(),
          metadata.getTokenEndpointURI(),
          metadata.getJWKSetURI()
        }) {
      if (!Endpoints.isSafe(endpoint)) {
        throw new SignInFailure(
            502,
            "The issuer cannot be used",
            "It names "
                + endpoint
                + ", which is neither https nor on this machine, where its"
                + " authorization_endpoint, token_endpoint and jwks_uri must be.");
      }
    }
    try {
      JWKSource<SecurityContext> keys =
          JWKSourceBuilder.<SecurityContext>create(
                  metadata.getJWKSetURI().toURL(), url -> calls.get(URI.create(url.toString())))
              .refreshAheadCache(false)
              .build();
      return new IDTokenValidator(
          metadata.getIssuer(),
          new ClientID(settings.clientId()),
          new JWSVerificationKeySelector<>(ALGORITHMS, keys),
          null);
    } catch (MalformedURLException e) {
      throw new IllegalStateException("checked before: " + metadata.getJWKSetURI(), e);
    }
  }
}
