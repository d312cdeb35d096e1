package dev.concordat.registry.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.concordat.model.exchange.Bytes;
import dev.concordat.registry.MovingClock;
import dev.concordat.registry.TestDatabase;
import dev.concordat.registry.contract.Event;
import dev.concordat.registry.contract.Events;
import dev.concordat.registry.http.Answer;
import dev.concordat.registry.http.Asked;
import dev.concordat.registry.http.Caller;
import dev.concordat.registry.http.Route;
import dev.concordat.registry.notify.Incident;
import dev.concordat.registry.notify.IncidentStore;
import dev.concordat.registry.notify.Incidents;
import dev.concordat.registry.store.Database;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What is left of a publication whose server ended after keeping it.
@Tag("slow")
final class ComparisonWorkerTest {
  private static final Duration LEASE_IS_OVER = DueStore.LEASE.plusSeconds(1);

  private final MovingClock clock = new MovingClock();
  private final List<String> told = new ArrayList<>();
  private Database database;

  @BeforeEach
  void open() throws Exception {
    database = TestDatabase.open();
  }

  @AfterEach
  void close() {
    database.close();
  }

  /// A server that ends as soon as a first comparison has shown something.
  private static final class Death extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static final Events DYING =
      (_, event) -> {
        if (event.kind() == Event.Kind.PROVIDER_VERIFICATION_PUBLISHED) {
          throw new Death();
        }
        return List.of();
      };

  private Answer publish(Events events, String body) {
    Route route = new PublicationRoutes(database, clock, events).routes().getFirst();
    return route
        .action()
        .answer(
            new Asked(
                "POST",
                "/publications",
                "",
                Map.of(),
                Map.of(),
                Bytes.utf8(body),
                "http://registry.example",
                Caller.ANONYMOUS));
  }

  private void work() {
    ComparisonWorker.finishDue(database, clock, new Incidents(clock), told::add);
  }

  private List<String> verified() {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT c.name || ' ' || v.number || ' ' || r.success FROM verifications r"
                        + " JOIN contents k ON k.id = r.content_id JOIN systems c ON c.id = k.consumer_id"
                        + " JOIN versions v ON v.id = r.provider_version_id ORDER BY 1")
                .mapTo(String.class)
                .list());
  }

  private List<String> incidents() {
    return database.read(
        handle -> new IncidentStore(handle).list().stream().map(Incident::title).sorted().toList());
  }

  @Test
  void anotherServerComparesWhatWasKeptByOneThatDied() {
    // Given
    publish(new Incidents(clock), OrdersBodies.pact("web", "1", "team-web"));
    publish(new Incidents(clock), OrdersBodies.pact("app", "1", "team-app"));
    assertThatThrownBy(() -> publish(DYING, OrdersBodies.contract("1", OrdersBodies.BROKEN)))
        .isInstanceOf(Death.class);
    work();
    assertThat(verified()).isEmpty();

    // When
    clock.move(LEASE_IS_OVER);
    work();

    // Then
    assertThat(verified()).containsExactly("app 1 false", "web 1 false");
    assertThat(incidents())
        .containsExactly("orders 1 breaks what app 1 needs", "orders 1 breaks what web 1 needs");
    clock.move(LEASE_IS_OVER);
    work();
    assertThat(verified()).hasSize(2);
    assertThat(told).isEmpty();
  }

  @Test
  void aProofThatIsGoneIsToldOfAlthoughItsServerDied() {
    // Given
    publish(new Incidents(clock), OrdersBodies.pact("web", "1", "team-web"));
    publish(new Incidents(clock), OrdersBodies.contract("1", OrdersBodies.OPENAPI));
    assertThat(verified()).containsExactly("web 1 true");
    Events incidents = new Incidents(clock);
    Events dying =
        (handle, event) -> {
          if (event.kind() == Event.Kind.PROVIDER_VERIFICATION_PUBLISHED) {
            throw new Death();
          }
          return incidents.happened(handle, event);
        };
    assertThatThrownBy(() -> publish(dying, OrdersBodies.contract("2", OrdersBodies.OPENAPI)))
        .isInstanceOf(Death.class);

    // When
    for (int i = 1; i <= ComparisonWorker.MAX_ATTEMPTS; i++) {
      clock.move(LEASE_IS_OVER);
      if (i < ComparisonWorker.MAX_ATTEMPTS) {
        assertThatThrownBy(() -> ComparisonWorker.finishDue(database, clock, dying, told::add))
            .isInstanceOf(Death.class);
      } else {
        ComparisonWorker.finishDue(database, clock, dying, told::add);
      }
    }

    // Then
    assertThat(incidents()).containsExactly("orders 2 was not verified with what web 1 needs");
    assertThat(told).singleElement().asString().contains("it ended 5 attempts");
  }
}
