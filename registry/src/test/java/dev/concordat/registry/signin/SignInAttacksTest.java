package dev.concordat.registry.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.registry.access.Scope;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("slow")
@Order(1)
class SignInAttacksTest extends SignInScene {
  static Stream<Arguments> lies() {
    Instant past = Instant.now().minus(Duration.ofHours(1));
    return Stream.of(
        lie("nonce", truth -> truth.claim("nonce", "another")),
        lie("no nonce", truth -> truth.claim("nonce", null)),
        lie("audience", truth -> truth.audience("another")),
        lie(
            "authorized party",
            truth -> truth.audience(List.of("concordat", "another")).claim("azp", "another")),
        lie("issuer", truth -> truth.issuer("https://evil.example")),
        lie("expired", truth -> truth.expirationTime(Date.from(past))),
        lie("never ends", truth -> truth.expirationTime(null)),
        lie("of the future", truth -> truth.issueTime(Date.from(Instant.now().plusSeconds(900)))),
        lie("nobody", truth -> truth.subject(null)));
  }

  private static Arguments lie(String what, OidcProvider.Lie lie) {
    return Arguments.of(what, lie);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lies")
  void aTokenThatIsNotForThisSignInIsRefused(String what, OidcProvider.Lie lie) throws Exception {
    provider.lie = lie;
    refused(visit(), what);
  }

  @Test
  void aTokenThatSomebodyElseCouldSignIsRefused() throws Exception {
    Visit visit = visit();
    for (OidcProvider.Signing signing :
        List.of(
            OidcProvider.Signing.NONE,
            OidcProvider.Signing.PUBLIC_KEY_AS_SECRET,
            OidcProvider.Signing.FOREIGN_KEY)) {
      provider.signing = signing;
      refused(visit, signing.name());
    }
  }

  private void refused(Visit visit, String what) throws Exception {
    HttpResponse<String> page = visit.follow("/sign-in");
    assertThat(page.statusCode()).describedAs(what).isIn(403, 502);
    assertThat(visit.cookies()).describedAs(what).doesNotContainKey("concordat-session");
    assertThat(visit.get("/ui").statusCode()).describedAs(what).isEqualTo(401);
  }

  @Test
  void anAnswerOfAnotherIssuerIsRefused() throws Exception {
    provider.answerIssuer = "https://evil.example";
    HttpResponse<String> page = visit().follow("/sign-in");
    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(page.body()).contains("Another issuer answered");
  }

  @Test
  void anAnswerIsTakenOnce() throws Exception {
    // Given
    Visit visit = visit();
    String answer = visit.toIssuer();
    assertThat(visit.get(answer).statusCode()).isEqualTo(302);

    // When
    HttpResponse<String> again = visit.get(answer);

    // Then
    assertThat(again.statusCode()).isEqualTo(403);
    assertThat(again.body()).contains("This browser is not signing in");
  }

  @Test
  void theAnswerToAnotherBrowserIsRefused() throws Exception {
    // Given
    Visit attacker = visit();
    String answer = attacker.toIssuer();
    Visit victim = another(answer.substring(0, answer.indexOf("/sign-in")));
    victim.get("/sign-in");

    // When
    HttpResponse<String> page = victim.get(answer);

    // Then
    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(victim.cookies()).doesNotContainKey("concordat-session");
  }

  @Test
  void aSignInThatTookTooLongIsRefused() throws Exception {
    Visit visit = visit();
    String answer = visit.toIssuer();
    clock.move(BegunStore.LIFE);
    assertThat(visit.get(answer).statusCode()).isEqualTo(403);
  }

  @Test
  void signingInNeverLeadsToAnotherSite() throws Exception {
    for (String elsewhere :
        List.of(
            "https://evil.example/ui", "//evil.example", "/%5Cevil.example", "/ui/../..//evil")) {
      HttpResponse<String> page = visit().follow("/sign-in?return=" + elsewhere);
      assertThat(page.uri()).describedAs(elsewhere).hasToString(home(page) + "/ui");
    }
  }

  @Test
  void anotherSiteCannotUseTheCookie() throws Exception {
    // Given
    Visit visit = visit(Set.of(Scope.ADMIN));
    HttpResponse<String> page = visit.follow("/sign-in");

    // Then
    String target = "/pacticipants/orders/labels/a";
    assertThat(visit.put(target, "Origin", "https://evil.example").statusCode()).isEqualTo(403);
    assertThat(visit.put(target).statusCode()).isEqualTo(403);
    assertThat(visit.post("/sign-out", "Origin", "https://evil.example").statusCode())
        .isEqualTo(403);
    assertThat(visit.put(target, "Origin", home(page)).statusCode()).isEqualTo(201);
  }
}
