package dev.concordat.registry.signin;

import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import dev.concordat.registry.access.Person;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The issuer of identities: leads people to it, and learns from it who came back. Asked only when somebody signs in, so that
/// a registry starts without it. Thread-safe.
final class Issuer {
  /// How long what the issuer says of itself is believed.
  private static final Duration KEPT = Duration.ofHours(1);

  private static final int UNAUTHORIZED = 401;

  private final OidcSettings settings;
  private final Clock clock;
  private final IssuerCalls calls = new IssuerCalls();
  private final IdToken idToken;
  private volatile @Nullable KnownIssuer known;

  Issuer(OidcSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    this.idToken = new IdToken(settings);
  }

  /// Who somebody is, for people: the issuer's host.
  String name() {
    return String.valueOf(settings.issuer().getHost());
  }

  /// Where a browser goes to sign in.
  URI entrance(String state, Begun begun) throws SignInFailure {
    Scope scope = new Scope("openid");
    settings.scopes().forEach(scope::add);
    return new AuthenticationRequest.Builder(
            ResponseType.CODE,
            scope,
            new ClientID(settings.clientId()),
            URI.create(begun.callback()))
        .endpointURI(known().metadata().getAuthorizationEndpointURI())
        .state(new State(state))
        .nonce(new Nonce(begun.nonce()))
        .codeChallenge(new CodeVerifier(begun.verifier()), CodeChallengeMethod.S256)
        .build()
        .toURI();
  }

  /// Where a browser goes to sign out of the issuer too; empty where the issuer has no such address or was never asked.
  Optional<URI> exit(String back) {
    KnownIssuer asked = known;
    if (asked == null) {
      return Optional.empty();
    }
    return Optional.ofNullable(asked.metadata().getEndSessionEndpointURI())
        .filter(Endpoints::isSafe)
        .map(
            address ->
                new LogoutRequest(
                        address,
                        null,
                        null,
                        new ClientID(settings.clientId()),
                        URI.create(back),
                        null,
                        null)
                    .toURI());
  }

  /// Who came back with a code.
  ///
  /// @param sender the issuer that the answer names (RFC 9207)
  Person person(String code, Optional<String> sender, Begun begun) throws SignInFailure {
    KnownIssuer issuer = known();
    String own = issuer.metadata().getIssuer().getValue();
    boolean isNamed = issuer.metadata().supportsAuthorizationResponseIssuerParam();
    if (sender.isPresent() ? !sender.get().equals(own) : isNamed) {
      throw new SignInFailure(
          403,
          "Another issuer answered",
          "The answer is of "
              + sender.orElse("nobody who says their name")
              + ", and "
              + own
              + " was asked.");
    }
    OIDCTokens tokens = tokens(code, begun, issuer);
    JWT token = tokens.getIDToken();
    Map<String, Object> claims = idToken.claims(token, begun.nonce(), issuer);
    return idToken.person(claims, () -> userInfo(tokens, issuer));
  }

  private OIDCTokens tokens(String code, Begun begun, KnownIssuer issuer) throws SignInFailure {
    var grant =
        new AuthorizationCodeGrant(
            new AuthorizationCode(code),
            URI.create(begun.callback()),
            new CodeVerifier(begun.verifier()));
    URI endpoint = issuer.metadata().getTokenEndpointURI();
    ClientID client = new ClientID(settings.clientId());
    TokenRequest request =
        settings
            .clientSecret()
            .map(
                secret ->
                    new TokenRequest.Builder(endpoint, proof(client, secret, issuer), grant)
                        .build())
            .orElseGet(() -> new TokenRequest.Builder(endpoint, client, grant).build());
    try {
      var answer = request.toHTTPRequest().send(calls);
      if (answer.getStatusCode() == UNAUTHORIZED) {
        throw wrongClient("it answered 401");
      }
      TokenResponse response = OIDCTokenResponseParser.parse(answer);
      if (!response.indicatesSuccess()) {
        throw refused(response.toErrorResponse().getErrorObject());
      }
      return ((OIDCTokenResponse) response.toSuccessResponse()).getOIDCTokens();
    } catch (IOException e) {
      throw new SignInFailure(
          502,
          "The issuer does not answer",
          "The registry asked " + endpoint + " who you are: " + e.getMessage() + ".",
          "Sign in again; tokens still work.");
    } catch (ParseException e) {
      throw new SignInFailure(
          502,
          "The issuer cannot be understood",
          endpoint
              + " answered something that is no answer with an ID token: "
              + e.getMessage()
              + ".");
    }
  }

  private static ClientAuthentication proof(ClientID client, String secret, KnownIssuer issuer) {
    List<ClientAuthenticationMethod> methods = issuer.metadata().getTokenEndpointAuthMethods();
    boolean isPosted =
        methods != null
            && !methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
            && methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST);
    return isPosted
        ? new ClientSecretPost(client, new Secret(secret))
        : new ClientSecretBasic(client, new Secret(secret));
  }

  private SignInFailure refused(@Nullable ErrorObject error) {
    String code = error == null ? "" : String.valueOf(error.getCode());
    return switch (code) {
      case "invalid_client", "unauthorized_client" -> wrongClient("it answered " + code);
      case "invalid_grant" ->
          new SignInFailure(
              403,
              "The issuer does not take its code back",
              "It was used before, took too long, or was given to somebody else.",
              "Sign in again. If it happens each time, the issuer knows another address of this registry.");
      default ->
          new SignInFailure(
              502, "The issuer refused", "It says: " + Shown.of(code) + ".", "Sign in again.");
    };
  }

  private SignInFailure wrongClient(String said) {
    return new SignInFailure(
        502,
        "The issuer does not know this registry",
        "It was asked by the client '" + settings.clientId() + "', and " + said + ".",
        "Whoever runs the registry: compare --oidc-client-id and the secret with what the issuer has, and whether the"
            + " client is one "
            + (settings.clientSecret().isPresent() ? "with" : "without")
            + " a secret.");
  }

  /// Claims that the ID token leaves out; nothing where the issuer says none.
  private Map<String, Object> userInfo(OIDCTokens tokens, KnownIssuer issuer) {
    URI endpoint = issuer.metadata().getUserInfoEndpointURI();
    if (!Endpoints.isSafe(endpoint) || tokens.getAccessToken() == null) {
      return Map.of();
    }
    try {
      var request = new UserInfoRequest(endpoint, tokens.getAccessToken());
      UserInfoResponse response = UserInfoResponse.parse(request.toHTTPRequest().send(calls));
      return response.indicatesSuccess() && response.toSuccessResponse().getUserInfo() != null
          ? response.toSuccessResponse().getUserInfo().toJSONObject()
          : Map.of();
    } catch (IOException | ParseException _) {
      // Then only what the ID token says counts, which allows less and never more.
      return Map.of();
    }
  }

  private KnownIssuer known() throws SignInFailure {
    Instant now = clock.instant();
    KnownIssuer before = known;
    if (before != null && before.readAt().plus(KEPT).isAfter(now)) {
      return before;
    }
    KnownIssuer asked = KnownIssuer.ask(settings, calls, now);
    known = asked;
    return asked;
  }
}
