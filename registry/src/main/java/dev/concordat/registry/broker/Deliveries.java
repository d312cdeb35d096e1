package dev.concordat.registry.broker;

import dev.concordat.registry.store.Columns;
import dev.concordat.registry.store.PactRow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// How the newest deliveries of webhooks about a pair went, in one word.
final class Deliveries {
  private Deliveries() {}

  /// `none`, `not_run`, `success`, `failure` or `retrying`.
  static String status(Handle handle, PactRow pact) {
    List<String> states =
        handle
            .createQuery(
                """
                SELECT DISTINCT ON (webhook_id, event) status FROM deliveries
                WHERE consumer_id = :consumer AND provider_id = :provider
                ORDER BY webhook_id, event, id DESC
                """)
            .bind("consumer", pact.consumerId())
            .bind("provider", pact.providerId())
            .mapTo(String.class)
            .list();
    return List.of("failure", "retrying", "not_run", "success").stream()
        .filter(states::contains)
        .findFirst()
        .orElse("none");
  }

  /// When the newest attempt was made.
  static Optional<Instant> newest(Handle handle, PactRow pact) {
    return handle
        .createQuery(
            """
            SELECT max(a.created_at) AS at FROM delivery_attempts a
              JOIN deliveries d ON d.id = a.delivery_id
            WHERE d.consumer_id = :consumer AND d.provider_id = :provider
            """)
        .bind("consumer", pact.consumerId())
        .bind("provider", pact.providerId())
        .map((row, _) -> Columns.optionalInstant(row, "at"))
        .one();
  }
}
