package dev.concordat.registry.notify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.model.exchange.Bytes;
import dev.concordat.registry.TestDatabase;
import dev.concordat.registry.contract.Events;
import dev.concordat.registry.contract.MainBranch;
import dev.concordat.registry.contract.Outcome;
import dev.concordat.registry.contract.PactContent;
import dev.concordat.registry.contract.Publication;
import dev.concordat.registry.contract.Publishing;
import dev.concordat.registry.contract.VerificationPublishing;
import dev.concordat.registry.http.Asked;
import dev.concordat.registry.http.Caller;
import dev.concordat.registry.http.Route;
import dev.concordat.registry.link.Links;
import dev.concordat.registry.store.Branches;
import dev.concordat.registry.store.Database;
import dev.concordat.registry.store.PactRow;
import dev.concordat.registry.store.Systems;
import dev.concordat.registry.store.Verifications;
import dev.concordat.registry.store.VersionRow;
import dev.concordat.registry.store.Versions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class IncidentsTest {
  private static final Links LINKS = new Links("http://registry.example");
  private static final String PACT =
      """
      {"consumer": {"name": "web"}, "provider": {"name": "orders"}, "interactions": [
        {"description": "x", "request": {"method": "GET", "path": "/"}, "response": {"status": 200}}]}
      """;

  private Instant now = Instant.parse("2026-11-29T10:00:00Z");
  private Database database;
  private PactRow pact;

  @BeforeEach
  void open() throws Exception {
    database = TestDatabase.open();
    pact =
        database.write(
            handle -> {
              Outcome.Published published = publish(handle, "1", PACT);
              Systems systems = new Systems(handle);
              systems.own(systems.find("web").orElseThrow().id(), Optional.of("team-web"));
              systems.own(systems.find("orders").orElseThrow().id(), Optional.of("team-orders"));
              for (String team : List.of("team-web", "team-orders", "team-else")) {
                new Channels(handle)
                    .add(
                        Optional.of(team),
                        Channel.Kind.SLACK,
                        "https://hooks.example/" + team,
                        Optional.of("key"),
                        now);
              }
              return published.pacts().getFirst();
            });
  }

  /// A head of the consumer's main branch.
  private Outcome.Published publish(Handle handle, String version, String text) {
    PactContent content = PactContent.read(Bytes.utf8(text)).orElseThrow();
    Outcome outcome =
        new Publishing(handle, Events.NONE, LINKS, now)
            .publish(
                new Publication(
                    "web",
                    version,
                    Optional.of("main"),
                    List.of(),
                    Optional.empty(),
                    List.of(new Publication.Said("orders", content, Publication.Conflict.REFUSE))));
    return (Outcome.Published) outcome;
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void verified(String version, boolean success) {
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    database.write(
        handle ->
            new VerificationPublishing(handle, new Incidents(clock), LINKS, now)
                .publish(
                    pact,
                    version,
                    new Verifications.Result(
                        success,
                        Optional.of("https://ci.example/7"),
                        Optional.of("[{\"success\": false, \"message\": \"<b>id</b> is gone\"}]"),
                        Optional.empty(),
                        false,
                        false,
                        "replay")));
    now = now.plusSeconds(60);
  }

  private List<String> told() {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT event || ' ' || (request->>'url') FROM deliveries ORDER BY id")
                .mapTo(String.class)
                .list());
  }

  private List<Incident> incidents() {
    return database.read(handle -> new IncidentStore(handle).list());
  }

  @Test
  void bothSidesAreToldOnceAndTheOwnerIsWhoChanged() {
    // Given
    verified("1", true);

    // When
    verified("2", false);
    verified("3", false);

    // Then
    assertThat(told())
        .containsExactly(
            "incident_opened https://hooks.example/team-web",
            "incident_opened https://hooks.example/team-orders");
    assertThat(incidents()).hasSize(1);
    assertThat(incidents().getFirst().owner()).contains("team-orders");
    assertThat(incidents().getFirst().title()).isEqualTo("orders 3 breaks what web 1 needs");
    assertThat(incidents().getFirst().evidence()).contains("is gone").contains("ci.example/7");
  }

  @Test
  void aConsumerThatWasNeverSatisfiedOwnsItsNeed() {
    verified("1", false);
    assertThat(incidents().getFirst().owner()).contains("team-web");
  }

  @Test
  void twoGreenRunsCloseItAndAFailureWithinSevenDaysOpensTheSameOneAgain() {
    // Given
    verified("1", false);
    verified("2", true);
    assertThat(incidents().getFirst().isOpen()).isTrue();
    verified("3", true);
    assertThat(incidents().getFirst().isOpen()).isFalse();

    // When
    now = now.plus(Duration.ofDays(6));
    verified("4", false);

    // Then
    assertThat(incidents()).hasSize(1);
    assertThat(incidents().getFirst().isOpen()).isTrue();
    assertThat(told())
        .extracting(line -> line.substring(0, line.indexOf(' ')))
        .containsExactly(
            "incident_opened",
            "incident_opened",
            "incident_closed",
            "incident_closed",
            "incident_reopened",
            "incident_reopened");
  }

  @Test
  void afterSevenDaysItIsAnotherIncident() {
    verified("1", false);
    verified("2", true);
    verified("3", true);
    now = now.plus(Duration.ofDays(7));
    verified("4", false);
    assertThat(incidents()).hasSize(2);
  }

  private void comes(String version, boolean isVerified) {
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    database.write(
        handle -> {
          Systems systems = new Systems(handle);
          for (String name : List.of("web", "orders")) {
            MainBranch.mentioned(handle, systems.find(name).orElseThrow(), "main", now);
          }
          VersionRow row = new Versions(handle).ensure(pact.providerId(), version, now);
          var _ = new Branches(handle).add(row, "main", now);
          return row;
        });
    if (isVerified) {
      verified(version, true);
    }
    database.write(
        handle -> {
          VersionRow row = new Versions(handle).ensure(pact.providerId(), version, now);
          new Unproved(handle, clock).published(row, LINKS.base());
          return row;
        });
  }

  @Test
  void bothSidesAreToldOnceOfAVersionThatTakesAProofAwayAndOfTheVerificationThatGivesItBack() {
    // Given
    comes("1", true);
    assertThat(incidents()).isEmpty();

    // When
    comes("2", false);
    comes("2", false);
    verified("2", true);

    // Then
    assertThat(told())
        .containsExactly(
            "incident_opened https://hooks.example/team-web",
            "incident_opened https://hooks.example/team-orders",
            "incident_closed https://hooks.example/team-web",
            "incident_closed https://hooks.example/team-orders");
    assertThat(incidents()).hasSize(1);
    assertThat(incidents().getFirst().owner()).contains("team-orders");
    assertThat(incidents().getFirst().title())
        .isEqualTo("orders 2 was not verified with what web 1 needs");
  }

  @Test
  void aVersionThatNothingWasProvedBeforeTakesNothingAway() {
    comes("1", false);
    comes("2", false);
    assertThat(incidents()).isEmpty();
  }

  @Test
  void aConsumerThatNeedsSomethingNewTellsBothSidesAndOwnsIt() {
    // Given
    comes("1", true);
    String changed = PACT.replace("\"path\": \"/\"", "\"path\": \"/new\"");

    // When
    database.write(
        handle -> {
          Outcome.Published published = publish(handle, "2", changed);
          Clock clock = Clock.fixed(now, ZoneOffset.UTC);
          new Unproved(handle, clock).published(published.version(), LINKS.base());
          return published;
        });

    // Then
    assertThat(incidents())
        .extracting(Incident::title)
        .containsExactly("orders 1 was not verified with what web 2 needs");
    assertThat(incidents().getFirst().owner()).contains("team-web");
    assertThat(told()).hasSize(2);
  }

  @Test
  void whoSaysNotMineIsBelievedTheOtherTeamIsToldAndTheNextTimeItIsTheirsFromTheStart() {
    // Given
    verified("1", false);
    Route route =
        new IncidentRoutes(database, Clock.fixed(now, ZoneOffset.UTC))
            .routes().stream()
                .filter(each -> each.pattern().endsWith("/owner"))
                .findFirst()
                .orElseThrow();
    Asked notMine =
        new Asked(
            "PUT",
            route.pattern(),
            "",
            Map.of("uuid", incidents().getFirst().uuid()),
            Map.of(),
            Bytes.utf8("{\"owner\": \"team-else\"}"),
            LINKS.base(),
            Caller.ANONYMOUS);

    // When
    int status = route.action().answer(notMine).status();
    verified("2", true);
    verified("3", true);
    now = now.plus(Duration.ofDays(8));
    verified("4", false);

    // Then
    assertThat(status).isEqualTo(200);
    assertThat(told()).contains("incident_rerouted https://hooks.example/team-else");
    assertThat(incidents()).hasSize(2);
    assertThat(incidents()).allMatch(each -> each.owner().equals(Optional.of("team-else")));
  }

  @Test
  void messagesAreSignedAndNamesInThemAreOnlyText() {
    // When
    verified("1", false);

    // Then
    List<String> bodies =
        database.read(
            handle ->
                handle
                    .createQuery(
                        "SELECT request->'headers'->>'x-concordat-timestamp' || '.' ||"
                            + " (request->>'body') FROM deliveries ORDER BY id")
                    .mapTo(String.class)
                    .list());
    List<String> signatures =
        database.read(
            handle ->
                handle
                    .createQuery(
                        "SELECT request->'headers'->>'x-concordat-signature' FROM deliveries ORDER BY"
                            + " id")
                    .mapTo(String.class)
                    .list());
    assertThat(bodies.getFirst()).contains("&lt;b&gt;id&lt;/b&gt; is gone");
    assertThat(signatures.getFirst())
        .isEqualTo("sha256=" + Message.signature("key", bodies.getFirst()));
    // RFC 4231, test case 2
    assertThat(Message.signature("Jefe", "what do ya want for nothing?"))
        .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  }
}
