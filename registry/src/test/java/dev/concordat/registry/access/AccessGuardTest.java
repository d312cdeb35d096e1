package dev.concordat.registry.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.model.exchange.Bytes;
import dev.concordat.registry.TestDatabase;
import dev.concordat.registry.http.Answer;
import dev.concordat.registry.http.Asked;
import dev.concordat.registry.http.Caller;
import dev.concordat.registry.http.Route;
import dev.concordat.registry.store.Database;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class AccessGuardTest {
  private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");
  private static final BasicUser READER = new BasicUser("reader", "secret", Set.of(Scope.READ));

  private final AtomicLong nanos = new AtomicLong();
  private Database database;
  private Tokens tokens;

  @BeforeEach
  void open() throws Exception {
    database = TestDatabase.open();
    tokens = new Tokens(database, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @AfterEach
  void close() {
    database.close();
  }

  private AccessGuard guard(boolean anonymousRead, int perMinute) {
    return guard(tokens, anonymousRead, perMinute);
  }

  private AccessGuard guard(Tokens known, boolean anonymousRead, int perMinute) {
    return new AccessGuard(
        ScopeTable.standard(),
        known,
        new Audit(database, Clock.fixed(NOW, ZoneOffset.UTC)),
        new Ownership(database),
        new AccessSettings(anonymousRead, List.of(READER), perMinute),
        nanos::get);
  }

  private static Answer ask(AccessGuard guard, Route route, String authorization) {
    return ask(guard, route, Map.of("authorization", authorization), "");
  }

  private static Answer ask(
      AccessGuard guard, Route route, Map<String, String> headers, String body) {
    Map<String, String> parameters = new HashMap<>();
    Pattern.compile("\\{([^}]*)}")
        .matcher(route.pattern())
        .results()
        .forEach(found -> parameters.put(found.group(1), "orders"));
    var asked =
        new Asked(
            route.method(),
            route.pattern(),
            "",
            parameters,
            headers,
            Bytes.utf8(body),
            "http://localhost",
            Caller.ANONYMOUS);
    return guard.pass(route, asked, from -> Answer.text(200, "text/plain", from.who().name()));
  }

  private String bearer(Scope... scopes) {
    return "Bearer "
        + tokens.create("t", Set.of(scopes), Optional.empty(), Optional.empty()).secret();
  }

  /// A line of the table.
  private record Line(String scope, Route route) {}

  private static List<Line> lines() throws Exception {
    try (InputStream in = ScopeTable.class.getResourceAsStream("scopes.txt")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      List<Line> lines = new ArrayList<>();
      for (String line : text.lines().filter(each -> each.matches("[a-z].*")).toList()) {
        String[] words = line.split("\\s+", 3);
        for (String method : words[1].split(",", -1)) {
          int at = 0;
          StringBuilder pattern = new StringBuilder();
          for (String piece : words[2].split("\\{}", -1)) {
            pattern.append(at == 0 ? "" : "{p" + at + "}").append(piece);
            at++;
          }
          lines.add(
              new Line(words[0], new Route(method, pattern.toString(), _ -> Answer.empty(200))));
        }
      }
      return lines;
    }
  }

  @Test
  void everyRouteLetsThroughWhoHasItsScopeAndNobodyElse() throws Exception {
    // Given
    AccessGuard guard = guard(false, 1_000_000);
    Map<String, String> roles =
        Map.of(
            "read", bearer(Scope.READ),
            "publish", bearer(Scope.PUBLISH),
            "deploy", bearer(Scope.DEPLOY),
            "admin", bearer(Scope.ADMIN),
            "none", "Bearer nothing");
    Map<String, Set<String>> allowed =
        Map.of(
            "none", Set.of("none", "read", "publish", "deploy", "admin"),
            "read", Set.of("read", "publish", "deploy", "admin"),
            "publish", Set.of("publish", "admin"),
            "deploy", Set.of("deploy", "admin"),
            "admin", Set.of("admin"));
    List<String> wrong = new ArrayList<>();

    // When
    for (Line line : lines()) {
      roles.forEach(
          (role, authorization) -> {
            // Time goes on, so that no bucket is empty.
            nanos.addAndGet(Duration.ofSeconds(1).toNanos());
            int status = ask(guard, line.route(), authorization).status();
            boolean isAllowed = allowed.getOrDefault(line.scope(), Set.of()).contains(role);
            int expected = isAllowed ? 200 : role.equals("none") ? 401 : 403;
            if (status != expected) {
              wrong.add(role + " " + line + " " + status);
            }
          });
    }

    // Then
    assertThat(lines()).hasSizeGreaterThan(140);
    assertThat(wrong).isEmpty();
  }

  @Test
  void whatChangesThingsIsNeverOpenToReaders() throws Exception {
    assertThat(lines())
        .filteredOn(line -> !line.route().method().equals("GET"))
        .filteredOn(line -> List.of("none", "read").contains(line.scope()))
        .extracting(line -> line.route().method() + " " + line.route().pattern())
        .containsExactly("POST /pacts/provider/{p1}/for-verification", "POST /sign-out");
  }

  @Test
  void aRouteWithoutALineIsRefusedEvenToAdministrators() {
    Route unknown = Route.get("/something/new", _ -> Answer.empty(200));
    assertThat(ask(guard(true, 100), unknown, bearer(Scope.ADMIN)).status()).isEqualTo(403);
  }

  @Test
  void anonymousReadersNeedTheSwitchAndNeverWrite() {
    Route read = Route.get("/pacticipants", _ -> Answer.empty(200));
    Route write = Route.post("/pacticipants", _ -> Answer.empty(200));
    assertThat(ask(guard(false, 100), read, Map.of(), "").status()).isEqualTo(401);
    assertThat(ask(guard(true, 100), read, Map.of(), "").status()).isEqualTo(200);
    assertThat(ask(guard(true, 100), write, Map.of(), "").status()).isEqualTo(401);
  }

  @Test
  void aTokenEndsWhenItExpiresOrIsRevoked() {
    // Given
    Route route = Route.get("/pacticipants", _ -> Answer.empty(200));
    var day = Optional.of(Duration.ofDays(1));
    Tokens.Made made = tokens.create("ci", Set.of(Scope.READ), Optional.empty(), day);
    String bearer = "Bearer " + made.secret();
    Clock tomorrow = Clock.fixed(NOW.plus(Duration.ofDays(1)), ZoneOffset.UTC);

    // Then
    assertThat(ask(guard(false, 100), route, bearer).body().utf8()).isEqualTo("token ci");
    assertThat(ask(guard(new Tokens(database, tomorrow), false, 100), route, bearer).status())
        .isEqualTo(401);
    assertThat(tokens.revoke(made.token().id())).isTrue();
    assertThat(ask(guard(false, 100), route, bearer).status()).isEqualTo(401);
    assertThat(tokens.revoke(made.token().id())).isFalse();
  }

  @Test
  void theDatabaseKnowsOnlyTheHash() {
    Tokens.Made made = tokens.create("ci", Set.of(Scope.READ), Optional.empty(), Optional.empty());
    List<String> rows =
        database.read(
            handle ->
                handle.createQuery("SELECT tokens::text FROM tokens").mapTo(String.class).list());
    assertThat(rows).hasSize(1).noneMatch(row -> row.contains(made.secret()));
    assertThat(made.toString()).doesNotContain(made.secret());
  }

  @Test
  void oldClientsSendAKnownUserOrATokenAsThePassword() {
    Route route = Route.get("/pacticipants", _ -> Answer.empty(200));
    String token = bearer(Scope.READ).substring("Bearer ".length());
    AccessGuard guard = guard(false, 100);
    assertThat(ask(guard, route, basic("reader:secret")).status()).isEqualTo(200);
    assertThat(ask(guard, route, basic("reader:wrong")).status()).isEqualTo(401);
    assertThat(ask(guard, route, basic("anybody:" + token)).status()).isEqualTo(200);
    assertThat(ask(guard, route, "Basic ***").headers()).containsKey("WWW-Authenticate");
  }

  @Test
  void aTokenOfATeamLeavesTheSystemsOfOtherTeamsAlone() {
    // Given
    database.write(
        handle ->
            handle.execute(
                "INSERT INTO systems (name, owner, created_at, updated_at) VALUES ('orders', 'a',"
                    + " now(), now()), ('stock', 'b', now(), now())"));
    String ofA = team("a");
    String ofB = team("b");
    AccessGuard guard = guard(false, 100);
    Route tag = Route.put("/pacticipants/{p}/versions/{v}/tags/{t}", _ -> Answer.empty(200));
    Route publish = Route.post("/contracts/publish", _ -> Answer.empty(200));
    Route results =
        Route.post(
            "/pacts/provider/{p}/consumer/{c}/pact-version/{s}/verification-results",
            _ -> Answer.empty(200));

    // Then
    assertThat(ask(guard, tag, ofA).status()).isEqualTo(200);
    assertThat(ask(guard, tag, ofB).status()).isEqualTo(403);
    assertThat(ask(guard, results, ofB).status()).isEqualTo(403);
    assertThat(published(guard, publish, ofA, "stock").body().utf8())
        .contains("The system stock belongs to b, and this token to a");
    assertThat(published(guard, publish, ofB, "stock").status()).isEqualTo(200);
    assertThat(published(guard, publish, ofB, "new").status()).isEqualTo(200);
  }

  private static Answer published(AccessGuard guard, Route route, String bearer, String system) {
    return ask(
        guard, route, Map.of("authorization", bearer), "{\"pacticipantName\": \"" + system + "\"}");
  }

  private String team(String team) {
    return "Bearer "
        + tokens.create("t", Set.of(Scope.PUBLISH), Optional.of(team), Optional.empty()).secret();
  }

  @Test
  void changesAndRefusalsAreInTheAuditLogAndQuestionsAreNot() {
    // Given
    AccessGuard guard = guard(false, 100);
    Route read = Route.get("/pacticipants", _ -> Answer.empty(200));
    Route write = Route.post("/pacticipants", _ -> Answer.empty(200));
    String reader = bearer(Scope.READ);
    String publisher = bearer(Scope.PUBLISH);

    // When
    ask(guard, read, reader);
    ask(guard, write, reader);
    ask(guard, write, publisher);

    // Then
    assertThat(new Audit(database, Clock.systemUTC()).newest(10))
        .extracting(entry -> entry.who() + " " + entry.method() + " " + entry.status())
        .containsExactly("token t POST 200", "token t POST 403");
  }

  @Test
  void aCallerWhoAsksTooOftenIsToldWhenToComeAgain() {
    // Given
    AccessGuard guard = guard(false, 3);
    Route route = Route.get("/pacticipants", _ -> Answer.empty(200));
    String bearer = bearer(Scope.READ);
    for (int i = 0; i < 3; i++) {
      assertThat(ask(guard, route, bearer).status()).isEqualTo(200);
    }

    // When
    Answer refused = ask(guard, route, bearer);

    // Then
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.headers()).containsEntry("Retry-After", "20");
    nanos.addAndGet(Duration.ofSeconds(20).toNanos());
    assertThat(ask(guard, route, bearer).status()).isEqualTo(200);
  }

  @Test
  void anotherSiteCannotUseABrowsersCredentials() {
    Route write = Route.post("/pacticipants", _ -> Answer.empty(200));
    String bearer = bearer(Scope.ADMIN);
    AccessGuard guard = guard(false, 100);
    Map<String, String> foreign = Map.of("authorization", bearer, "origin", "https://evil.example");
    Map<String, String> cross = Map.of("authorization", bearer, "sec-fetch-site", "cross-site");
    Map<String, String> own =
        Map.of(
            "authorization", bearer, "origin", "http://localhost", "sec-fetch-site", "same-origin");
    assertThat(ask(guard, write, foreign, "").status()).isEqualTo(403);
    assertThat(ask(guard, write, cross, "").status()).isEqualTo(403);
    assertThat(ask(guard, write, own, "").status()).isEqualTo(200);
  }

  @Test
  void onlyAdministratorsSayWhenSomethingHappened() {
    // Given
    Route write = Route.put("/pacticipants/{p1}", _ -> Answer.empty(200));
    String past = "2026-01-31T12:00:00+00:00";

    // When
    Answer publisher =
        ask(
            guard(false, 100),
            write,
            Map.of("authorization", bearer(Scope.PUBLISH), "concordat-happened-at", past),
            "");
    Answer administrator =
        ask(
            guard(false, 100),
            write,
            Map.of("authorization", bearer(Scope.ADMIN), "concordat-happened-at", past),
            "");

    // Then
    assertThat(publisher.status()).isEqualTo(403);
    assertThat(administrator.status()).isEqualTo(200);
  }

  private static String basic(String pair) {
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }
}
