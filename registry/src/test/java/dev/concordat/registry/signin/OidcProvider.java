package dev.concordat.registry.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.concordat.model.json.JsonText;
import dev.concordat.registry.http.NestedQuery;
import dev.concordat.registry.http.QueryValue;
import dev.concordat.report.json.Members;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// A small issuer of identities on loopback: real HTTP, real RSA keys, codes that are taken once, and PKCE. It lets everybody
/// in at once as the person that a test names, and lies as a test tells it to.
final class OidcProvider implements AutoCloseable {
  static final String CLIENT = "concordat";
  static final String SECRET = "a secret: with signs/&";

  /// How it signs.
  enum Signing {
    RIGHT,
    /// `alg: none`.
    NONE,
    /// A shared secret, which is its public key.
    PUBLIC_KEY_AS_SECRET,
    /// A key that is not in its set, under the name of one that is.
    FOREIGN_KEY
  }

  /// What a test changes in the claims of a token.
  interface Lie {
    JWTClaimsSet.Builder tell(JWTClaimsSet.Builder truth);
  }

  private record Grant(String nonce, String challenge, String callback) {}

  private final HttpServer server;
  private final Map<String, Grant> grants = new ConcurrentHashMap<>();
  private final AtomicInteger codes = new AtomicInteger();
  private final AtomicInteger keyNumbers = new AtomicInteger();
  private volatile RSAKey key;
  volatile Signing signing = Signing.RIGHT;
  volatile Lie lie = truth -> truth;
  volatile String answerIssuer;
  volatile String ownName;
  volatile String secret = SECRET;
  volatile String padding = "";
  volatile Map<String, Object> userInfo = Map.of();

  OidcProvider() throws IOException, JOSEException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    key = newKey();
    answerIssuer = issuer();
    ownName = issuer();
    server.createContext("/", this::handle);
    server.start();
  }

  String issuer() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/people";
  }

  /// From now on it signs with another key, and forgets the one before.
  void rotate() throws JOSEException {
    key = newKey();
  }

  private RSAKey newKey() throws JOSEException {
    return new RSAKeyGenerator(2048).keyID("key" + keyNumbers.incrementAndGet()).generate();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      switch (path) {
        case "/people/.well-known/openid-configuration" -> json(exchange, 200, discovery());
        case "/people/keys" -> json(exchange, 200, new JWKSet(key.toPublicJWK()).toString());
        case "/people/authorize" -> authorize(exchange);
        case "/people/token" -> token(exchange);
        case "/people/me" -> json(exchange, 200, new Claims(userInfo).text());
        default -> json(exchange, 404, "{}");
      }
    } catch (JOSEException | NoSuchAlgorithmException | NestedQuery.Unreadable e) {
      throw new IOException(e);
    }
  }

  private record Claims(Map<String, Object> claims) {
    String text() {
      JWTClaimsSet.Builder builder = new JWTClaimsSet.Builder();
      claims.forEach(builder::claim);
      return builder.build().toString();
    }
  }

  private String discovery() {
    return JsonText.compact(
        new Members()
            .put("issuer", ownName)
            .put("authorization_endpoint", issuer() + "/authorize")
            .put("token_endpoint", issuer() + "/token")
            .put("userinfo_endpoint", issuer() + "/me")
            .put("end_session_endpoint", issuer() + "/out")
            .put("jwks_uri", issuer() + "/keys")
            .put("padding", padding)
            .texts("response_types_supported", List.of("code"))
            .texts("subject_types_supported", List.of("public"))
            .texts("id_token_signing_alg_values_supported", List.of("RS256"))
            .object());
  }

  private void authorize(HttpExchange exchange) throws IOException, NestedQuery.Unreadable {
    QueryValue.Table asked = NestedQuery.parse(exchange.getRequestURI().getRawQuery());
    String callback = text(asked, "redirect_uri");
    String answer;
    if (!text(asked, "client_id").equals(CLIENT)
        || !text(asked, "response_type").equals("code")
        || !text(asked, "code_challenge_method").equals("S256")
        || !List.of(text(asked, "scope").split(" ", -1)).contains("openid")) {
      answer = "error=invalid_request&error_description=" + encoded("<b>wrong</b>");
    } else {
      String code = "code" + codes.incrementAndGet();
      grants.put(code, new Grant(text(asked, "nonce"), text(asked, "code_challenge"), callback));
      answer = "code=" + code + "&iss=" + encoded(answerIssuer);
    }
    exchange
        .getResponseHeaders()
        .add("Location", callback + "?" + answer + "&state=" + encoded(text(asked, "state")));
    exchange.sendResponseHeaders(302, -1);
  }

  private void token(HttpExchange exchange)
      throws IOException, JOSEException, NoSuchAlgorithmException, NestedQuery.Unreadable {
    String login =
        Base64.getEncoder()
            .encodeToString(
                (encoded(CLIENT) + ":" + encoded(secret)).getBytes(StandardCharsets.UTF_8));
    if (!("Basic " + login).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      json(exchange, 401, "{\"error\": \"invalid_client\"}");
      return;
    }
    QueryValue.Table asked =
        NestedQuery.parse(
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    Grant grant = grants.remove(text(asked, "code"));
    byte[] digest =
        MessageDigest.getInstance("SHA-256")
            .digest(text(asked, "code_verifier").getBytes(StandardCharsets.US_ASCII));
    String challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    if (grant == null
        || !grant.challenge().equals(challenge)
        || !grant.callback().equals(text(asked, "redirect_uri"))) {
      json(exchange, 400, "{\"error\": \"invalid_grant\"}");
      return;
    }
    json(
        exchange,
        200,
        JsonText.compact(
            new Members()
                .put("access_token", "opaque")
                .put("token_type", "Bearer")
                .put("id_token", signed(grant.nonce()))
                .object()));
  }

  private String signed(String nonce) throws JOSEException {
    Instant now = Instant.now();
    JWTClaimsSet claims =
        lie.tell(
                new JWTClaimsSet.Builder()
                    .issuer(issuer())
                    .audience(CLIENT)
                    .subject("248289")
                    .issueTime(Date.from(now))
                    .expirationTime(Date.from(now.plus(Duration.ofMinutes(5))))
                    .claim("nonce", nonce)
                    .claim("name", "Zoë <b>Meier</b>")
                    .claim("email", "zoe@example.org"))
            .build();
    if (signing == Signing.NONE) {
      return new PlainJWT(claims).serialize();
    }
    boolean isSecret = signing == Signing.PUBLIC_KEY_AS_SECRET;
    var header =
        new JWSHeader.Builder(isSecret ? JWSAlgorithm.HS256 : JWSAlgorithm.RS256)
            .keyID(key.getKeyID())
            .build();
    var token = new SignedJWT(header, claims);
    if (isSecret) {
      token.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
    } else {
      token.sign(new RSASSASigner(signing == Signing.FOREIGN_KEY ? newKey() : key));
    }
    return token.serialize();
  }

  private static String text(QueryValue.Table asked, String name) {
    return asked.text(name).orElse("");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static void json(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
