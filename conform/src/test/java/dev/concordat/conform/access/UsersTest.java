package dev.concordat.conform.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.concordat.conform.talk.Identity;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.openapi.OpenApiReader;
import dev.concordat.contracts.tree.Documents;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UsersTest {
  private static final String CONTRACT =
      """
      openapi: 3.1.0
      info: {title: Vault, version: '1'}
      paths:
        /basic: {get: {operationId: basic, security: [{basic: []}], responses: {'200': {description: ok}}}}
        /bearer: {get: {operationId: bearer, security: [{bearer: []}], responses: {'200': {description: ok}}}}
        /query: {get: {operationId: query, security: [{query: []}], responses: {'200': {description: ok}}}}
        /cookie: {get: {operationId: cookie, security: [{cookie: []}], responses: {'200': {description: ok}}}}
        /oauth: {get: {operationId: oauth, security: [{oauth: [read, write]}], responses: {'200': {description: ok}}}}
        /either: {get: {operationId: either, security: [{query: [], basic: []}, {bearer: []}], responses: {'200': {description: ok}}}}
        /open: {get: {operationId: open, security: [], responses: {'200': {description: ok}}}}
      components:
        securitySchemes:
          basic: {type: http, scheme: basic}
          bearer: {type: http, scheme: bearer}
          query: {type: apiKey, in: query, name: key}
          cookie: {type: apiKey, in: cookie, name: session}
          oauth:
            type: oauth2
            flows: {clientCredentials: {tokenUrl: /token, scopes: {read: r, write: w}}}
      """;
  private static final String SIGNED = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZGEifQ.c2lnbmF0dXJl";

  private final OpenApiContract contract = contract();
  private final List<String> asked = new ArrayList<>();
  private final AtomicInteger tokens = new AtomicInteger();
  private final HttpServer server;
  private final HttpTokenSource source;

  UsersTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    source = new HttpTokenSource(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
  }

  private static OpenApiContract contract() {
    var documents = new Documents(Path.of("").toAbsolutePath());
    return new OpenApiReader(documents)
        .read(documents.parse("vault.yaml", CONTRACT.getBytes(StandardCharsets.UTF_8)));
  }

  @BeforeEach
  void start() {
    server.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          String who = exchange.getRequestHeaders().getFirst("Authorization");
          asked.add(exchange.getRequestURI() + " " + body + " " + who);
          boolean isRefused = body.contains("wrong");
          byte[] answer =
              ("{\"access_token\": \"t" + tokens.incrementAndGet() + "\", \"in\": {\"er\": 9}}")
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(isRefused ? 403 : 200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    source.close();
    server.stop(0);
  }

  private Users users(UserCredentials... users) {
    return new Users(contract, List.of(users), source);
  }

  private HttpOperation operation(String id) {
    return contract.operation(id).orElseThrow();
  }

  private HttpRequestMessage signed(Users users, String operation, Identity identity) {
    var request = new HttpRequestMessage("GET", "/" + operation, List.of(), Bytes.EMPTY);
    return users.sign(operation(operation), request, identity);
  }

  @Test
  void putsEachSecretWhereTheContractSaysThatItTravels() {
    // Given
    Users users =
        users(
            UserCredentials.named("ada")
                .withBasic(new UserCredentials.Basic("ada", "x:y"))
                .withSecrets(Map.of("query", "a b", "cookie", "c1", "bearer", "b1")));

    // Then
    assertThat(signed(users, "basic", Identity.FIRST).header("Authorization"))
        .contains("Basic YWRhOng6eQ==");
    assertThat(signed(users, "bearer", Identity.FIRST).header("Authorization"))
        .contains("Bearer b1");
    assertThat(signed(users, "query", Identity.FIRST).target()).isEqualTo("/query?key=a%20b");
    assertThat(signed(users, "cookie", Identity.FIRST).header("Cookie")).contains("session=c1");
    assertThat(signed(users, "open", Identity.FIRST).headers()).isEmpty();
  }

  @Test
  void takesTheFirstAlternativeThatTheUserCanSatisfy() {
    Users users = users(UserCredentials.named("ada").withSecrets(Map.of("bearer", "b1")));

    HttpRequestMessage signed = signed(users, "either", Identity.FIRST);

    assertThat(signed.header("Authorization")).contains("Bearer b1");
    assertThat(signed.target()).isEqualTo("/either");
  }

  @Test
  void keepsUsersApart() {
    Users users =
        users(
            UserCredentials.named("ada").withBearer("a"),
            UserCredentials.named("bob").withBearer("b"));

    assertThat(users.users()).isEqualTo(2);
    assertThat(signed(users, "bearer", new Identity.User(1)).header("Authorization"))
        .contains("Bearer b");
  }

  @Test
  void leavesEveryCredentialOutForNobody() {
    Users users =
        users(
            UserCredentials.named("ada")
                .withBearer("a")
                .withHeaders(
                    List.of(new Header("X-Api-Token", "s"), new Header("X-Tenant", "one"))));

    assertThat(signed(users, "bearer", new Identity.Anonymous()).headers())
        .containsExactly(new Header("X-Tenant", "one"));
  }

  @Test
  void forgesCredentialsOfTheRightForm() {
    // Given
    Users users = users(UserCredentials.named("ada").withBearer(SIGNED));

    // When
    String forged =
        signed(users, "bearer", new Identity.Wrong()).header("Authorization").orElseThrow();

    // Then
    assertThat(forged)
        .startsWith("Bearer " + SIGNED.substring(0, SIGNED.lastIndexOf('.') + 1))
        .hasSize("Bearer ".length() + SIGNED.length())
        .isNotEqualTo("Bearer " + SIGNED);
  }

  @Test
  void forgesAlsoWhereNothingIsKnown() {
    assertThat(signed(users(), "bearer", new Identity.Wrong()).header("Authorization"))
        .hasValueSatisfying(value -> assertThat(value).startsWith("Bearer concordat"));
  }

  @Test
  void logsInOnceAndFindsTheTokenByItsPointer() {
    // Given
    var login = new Login("POST", "/login", List.of(), "{\"user\": \"ada\"}", "/in/er");
    Users users = users(UserCredentials.named("ada").withLogin(login));

    // When
    HttpRequestMessage first = signed(users, "bearer", Identity.FIRST);
    HttpRequestMessage second = signed(users, "oauth", Identity.FIRST);

    // Then
    assertThat(first.header("Authorization")).contains("Bearer 9");
    assertThat(second.header("Authorization")).contains("Bearer 9");
    assertThat(asked).containsExactly("/login {\"user\": \"ada\"} null");
  }

  @Test
  void asksTheContractsTokenEndpointForTheScopesThatOperationsNeed() {
    // Given
    var grant = new TokenGrant("", "shop", "s3", "", "", List.of());
    Users users = users(UserCredentials.named("shop").withGrant(grant));

    // When
    HttpRequestMessage signed = signed(users, "oauth", Identity.FIRST);

    // Then
    assertThat(signed.header("Authorization")).contains("Bearer t1");
    assertThat(asked)
        .containsExactly(
            "/token grant_type=client_credentials&scope=read%20write Basic c2hvcDpzMw==");
  }

  @Test
  void asksWithAPasswordWhereThereIsAUser() {
    // Given
    var grant = new TokenGrant("/own", "", "", "ada", "p w", List.of("read"));

    // When
    signed(users(UserCredentials.named("ada").withGrant(grant)), "oauth", Identity.FIRST);

    // Then
    assertThat(asked)
        .containsExactly("/own grant_type=password&username=ada&password=p%20w&scope=read null");
  }

  @Test
  void renewsATokenThatWasRefused() {
    // Given
    var grant = new TokenGrant("/token", "shop", "s3", "", "", List.of());
    Users users = users(UserCredentials.named("shop").withGrant(grant));
    signed(users, "oauth", Identity.FIRST);

    // When
    boolean isRenewed = users.renew(Identity.FIRST);

    // Then
    assertThat(isRenewed).isTrue();
    assertThat(signed(users, "oauth", Identity.FIRST).header("Authorization"))
        .contains("Bearer t2");
    assertThat(users.renew(new Identity.Anonymous())).isFalse();
  }

  @Test
  void saysWhyThereIsNoToken() {
    // Given
    var login = new Login("POST", "/login", List.of(), "wrong", "/access_token");
    Users users = users(UserCredentials.named("ada").withLogin(login));

    // When
    HttpRequestMessage signed = signed(users, "bearer", Identity.FIRST);

    // Then
    assertThat(signed.headers()).isEmpty();
    assertThat(users.problems()).containsExactly("no token for user ada: POST /login answered 403");
  }

  @Test
  void tellsNoSecretInItsText() {
    var user = UserCredentials.named("ada").withBearer("s3cret");

    assertThat(user.toString()).doesNotContain("s3cret");
  }
}
