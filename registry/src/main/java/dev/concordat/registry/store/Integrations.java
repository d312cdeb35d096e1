package dev.concordat.registry.store;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Who uses whom.
public final class Integrations {
  private static final String ALL =
      "SELECT i.*, c.name AS consumer, p.name AS provider FROM integrations i"
          + " JOIN systems c ON c.id = i.consumer_id JOIN systems p ON p.id = i.provider_id ";

  private final Handle handle;

  public Integrations(Handle handle) {
    this.handle = handle;
  }

  /// All of them, by consumer and provider.
  public List<IntegrationRow> all() {
    return handle
        .createQuery(ALL + " ORDER BY lower(c.name), lower(p.name), c.name, p.name")
        .map((row, _) -> IntegrationRow.of(row))
        .list();
  }

  /// Says that contracts between the two changed now.
  public void touch(long consumerId, long providerId, Instant now) {
    handle
        .createUpdate(
            """
            INSERT INTO integrations AS i
              (consumer_id, provider_id, created_at, contract_data_updated_at)
            VALUES (:consumer, :provider, :now, :now)
            ON CONFLICT (consumer_id, provider_id) DO UPDATE
              SET contract_data_updated_at = greatest(i.contract_data_updated_at, :now)
            """)
        .bind("consumer", consumerId)
        .bind("provider", providerId)
        .bind("now", now)
        .execute();
  }

  /// Removes what is between the two: publications, contents with their verifications, webhooks of the pair.
  public void delete(long consumerId, long providerId) {
    for (String table : List.of("contents", "publications", "webhooks", "integrations")) {
      handle
          .createUpdate(
              "DELETE FROM " + table + " WHERE consumer_id = :consumer AND provider_id = :provider")
          .bind("consumer", consumerId)
          .bind("provider", providerId)
          .execute();
    }
  }
}
