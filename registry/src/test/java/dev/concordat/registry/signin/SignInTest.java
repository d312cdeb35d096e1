package dev.concordat.registry.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.registry.access.Audit;
import dev.concordat.registry.access.Scope;
import dev.concordat.registry.access.Sessions;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
@Order(1)
class SignInTest extends SignInScene {
  @Test
  void somebodySignsInAndComesBackToTheirPage() throws Exception {
    // Given
    Visit visit = visit();
    HttpResponse<String> refused = visit.get("/ui/activity?before=&x=a+b");
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.headers().firstValue("WWW-Authenticate")).isEmpty();
    String button = "/sign-in?return=%2Fui%2Factivity%3Fbefore%3D%26x%3Da%2Bb";
    assertThat(refused.body()).contains("href=\"" + button + "\"");

    // When
    HttpResponse<String> page = visit.follow(button);

    // Then
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.uri()).hasToString(home(page) + "/ui/activity?before=&x=a+b");
    assertThat(page.body()).contains("Zoë &lt;b&gt;Meier&lt;/b&gt;", "Sign out");
    assertThat(new Audit(database, clock).newest(10))
        .extracting(entry -> entry.who() + " " + entry.path() + " " + entry.status())
        .contains("person zoe@example.org (248289) /sign-in/back 302");
  }

  @Test
  void theCookieIsKeptFromScriptsAndTheDatabaseFromTheCookie() throws Exception {
    // Given
    Visit visit = visit();

    // When
    HttpResponse<String> back = visit.get(visit.toIssuer());

    // Then
    assertThat(back.headers().firstValue("Set-Cookie").orElse(""))
        .startsWith("concordat-session=")
        .endsWith("; Path=/; Max-Age=43200; HttpOnly; SameSite=Lax");
    List<String> rows =
        database.read(
            handle ->
                handle
                    .createQuery("SELECT sessions::text FROM sessions")
                    .mapTo(String.class)
                    .list());
    assertThat(rows).singleElement().asString().contains("zoe@example.org");
    assertThat(rows.getFirst())
        .doesNotContain(visit.cookies().getOrDefault("concordat-session", "none"));
  }

  @Test
  void behindTlsTheCookieIsOfThisHostOnly() throws Exception {
    HttpResponse<String> begun = visit().get("/sign-in", "X-Forwarded-Proto", "https");
    assertThat(begun.headers().firstValue("Set-Cookie").orElse(""))
        .startsWith("__Host-concordat-sign-in=")
        .endsWith("; Path=/; Max-Age=600; HttpOnly; SameSite=Lax; Secure");
    assertThat(Visit.location(begun)).contains("redirect_uri=https%3A%2F%2F");
  }

  @Test
  void groupsAllowWhatTheSettingsSayForTheSystemsOfTheirTeam() throws Exception {
    // Given
    database.write(
        handle ->
            handle.execute(
                "INSERT INTO systems (name, owner, created_at, updated_at) VALUES ('payments', 'pay',"
                    + " now(), now()), ('orders', 'shop', now(), now())"));
    provider.lie =
        truth -> truth.claim("realm", Map.of("groups", List.of("cn=pay,dc=org", "unknown")));
    Visit visit = visit(Set.of(Scope.READ), "cn=pay,dc=org=pay:publish", "ops=*:admin");
    HttpResponse<String> page = visit.follow("/sign-in");
    String[] own = {"Origin", home(page)};

    // When
    int theirs = visit.post("/pacticipants", own).statusCode();
    HttpResponse<String> label = visit.put("/pacticipants/payments/labels/a", own);
    HttpResponse<String> others = visit.put("/pacticipants/orders/labels/a", own);
    HttpResponse<String> everything = visit.get("/audit");

    // Then
    assertThat(theirs).isNotIn(401, 403);
    assertThat(label.statusCode()).isEqualTo(201);
    assertThat(others.statusCode()).isEqualTo(403);
    assertThat(others.body()).contains("The system orders belongs to shop, and you to pay");
    assertThat(everything.statusCode()).isIn(403, 404);
  }

  @Test
  void groupsOfTheUserInfoCountWhenTheyAreOfTheSamePerson() throws Exception {
    // Given
    Visit visit = visit(Set.of(), "pay=*:read");
    Map<String, Object> groups = Map.of("groups", List.of("pay"));
    provider.userInfo = Map.of("sub", "another", "realm", groups);
    HttpResponse<String> ofAnother = visit.follow("/sign-in");
    provider.userInfo = Map.of("sub", "248289", "realm", groups);

    // When
    HttpResponse<String> page = visit.follow("/sign-in");

    // Then
    assertThat(ofAnother.statusCode()).isEqualTo(403);
    assertThat(ofAnother.body()).contains("None of your groups may come in", "in no group");
    assertThat(page.statusCode()).isEqualTo(200);
  }

  @Test
  void aNewKeyOfTheIssuerIsFound() throws Exception {
    // Given
    Visit visit = visit();
    assertThat(visit.follow("/sign-in").statusCode()).isEqualTo(200);
    provider.rotate();

    // When
    HttpResponse<String> page = visit.follow("/sign-in");

    // Then
    assertThat(page.statusCode()).isEqualTo(200);
  }

  @Test
  void whoSignsOutIsNobodyAnyMore() throws Exception {
    // Given
    Visit visit = visit();
    HttpResponse<String> page = visit.follow("/sign-in");
    String session = visit.cookies().getOrDefault("concordat-session", "");

    // When
    HttpResponse<String> out = visit.post("/sign-out", "Origin", home(page));

    // Then
    assertThat(out.statusCode()).isEqualTo(303);
    assertThat(visit.cookies()).doesNotContainKey("concordat-session");
    String told = visit.get(Visit.location(out)).body();
    assertThat(told).contains(provider.issuer() + "/out?", "client_id=concordat");
    Visit thief = another(home(page));
    assertThat(thief.get("/ui", "Cookie", "concordat-session=" + session).statusCode())
        .isEqualTo(401);
  }

  @Test
  void aSessionEndsAfterItsTime() throws Exception {
    Visit visit = visit();
    visit.follow("/sign-in");
    clock.move(Sessions.LIFE.minusSeconds(1));
    assertThat(visit.get("/ui").statusCode()).isEqualTo(200);
    clock.move(Duration.ofSeconds(1));
    assertThat(visit.get("/ui").statusCode()).isEqualTo(401);
  }

  @Test
  void tokensWorkBesideIt() throws Exception {
    // Given
    Visit visit = visit();
    String secret =
        tokens.create("ci", Set.of(Scope.READ), Optional.empty(), Optional.empty()).secret();

    // When
    HttpResponse<String> asks = visit.get("/with-token?return=/ui/gate");
    HttpResponse<String> given =
        visit.get("/with-token?return=/ui/gate", "Authorization", "Bearer " + secret);

    // Then
    assertThat(asks.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Basic");
    assertThat(Visit.location(given)).endsWith("/ui/gate");
    assertThat(visit.get("/pacticipants", "Authorization", "Bearer " + secret).statusCode())
        .isEqualTo(200);
  }

  @Nested
  class Failures {
    @Test
    void aWrongSecretIsToldAsThat() throws Exception {
      provider.secret = "another";
      HttpResponse<String> page = visit().follow("/sign-in");
      assertThat(page.statusCode()).isEqualTo(502);
      assertThat(page.body())
          .contains("The issuer does not know this registry", "--oidc-client-id");
    }

    @Test
    void clocksThatDifferAreShown() throws Exception {
      Instant past = Instant.now().minus(Duration.ofHours(1));
      provider.lie =
          truth ->
              truth.issueTime(Date.from(past.minusSeconds(60))).expirationTime(Date.from(past));
      HttpResponse<String> page = visit().follow("/sign-in");
      assertThat(page.body())
          .contains("One of the two clocks is wrong", past.toString().substring(0, 16));
    }

    @Test
    void anIssuerThatIsDownIsToldAndTokensStillWork() throws Exception {
      // Given
      Visit visit = visit();
      provider.close();
      String secret =
          tokens.create("ci", Set.of(Scope.READ), Optional.empty(), Optional.empty()).secret();

      // When
      HttpResponse<String> page = visit.get("/sign-in");

      // Then
      assertThat(page.statusCode()).isEqualTo(502);
      assertThat(page.body()).contains("The issuer does not answer", "nobody listens there");
      assertThat(visit.get("/ui", "Authorization", "Bearer " + secret).statusCode()).isEqualTo(200);
    }

    @Test
    void anIssuerOfAnotherNameIsTold() throws Exception {
      provider.ownName = provider.issuer() + "/";
      HttpResponse<String> page = visit().get("/sign-in");
      assertThat(page.statusCode()).isEqualTo(502);
      assertThat(page.body()).contains("--oidc-issuer " + provider.issuer() + "/");
    }

    @Test
    void aDescriptionWithoutEndIsNotRead() throws Exception {
      provider.padding = "x".repeat(2 << 20);
      HttpResponse<String> page = visit().get("/sign-in");
      assertThat(page.statusCode()).isEqualTo(502);
      assertThat(page.body()).contains("The issuer does not answer");
    }

    @Test
    void whatTheIssuerSaysIsShownAsText() throws Exception {
      Visit visit = visit();
      String state = visit.toIssuer().replaceAll(".*&state=", "");
      HttpResponse<String> page =
          visit.get("/sign-in/back?error=access_denied&error_description=%3Cb%3Eno&state=" + state);
      assertThat(page.statusCode()).isEqualTo(403);
      assertThat(page.body()).contains("access_denied: &lt;b&gt;no", "You or the issuer declined");
    }
  }
}
