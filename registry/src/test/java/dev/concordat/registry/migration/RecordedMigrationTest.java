package dev.concordat.registry.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.registry.broker.TestBroker;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What a real Pact Broker answered, as far as it was recorded, is copied too.
@Tag("conformance")
class RecordedMigrationTest {
  private static final String PACT = "/pacts/provider/orders/consumer/web/version/1.0.1";

  @Test
  void theAnswersOfARealBrokerAreCopied() throws Exception {
    try (RecordedBroker recorded = RecordedBroker.start();
        TestBroker copy = TestBroker.start();
        Door source = new Door(recorded.url(), Optional.empty());
        Door target = new Door(copy.server().url(), Optional.empty())) {
      // Given
      Migration migration = new Migration(source, target, _ -> {});

      // When
      Migrated migrated = migration.run();

      // Then
      int systems = Pages.all(source, "/pacticipants", "pacticipants").size();
      assertThat(migrated.copied()).containsEntry("pacticipants", systems);
      assertThat(copy.get("/environments").body())
          .contains("f3aa0b28-e0f8-4d70-acc4-9fa15d279820", "2026-11-22T13:15:21+00:00");
      assertThat(copy.get(PACT).body())
          .contains("/pact-version/5e7931d6fc23d07cba13150798d4972ded1d2124/");
      assertThat(copy.get("/pacticipants/web/versions").body())
          .contains("\"jvm-1\"", "\"feat\"", "\"t1\"", "2026-11-22T13:36:58+00:00");
      assertThat(copy.get(PACT + "/verification-results/latest").body())
          .contains("2026-11-22T13:31:18+00:00", "\"client_implementation\":\"pact_verifier_cli\"");
      assertThat(migrated.problems())
          .as("only what nobody recorded is missing")
          .allSatisfy(problem -> assertThat(problem).endsWith("is listed and not there"));
    }
  }
}
