package dev.concordat.registry.webhook;

import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The webhooks of a registry.
final class Webhooks {
  /// Rows of channels to owners live in the same table under this event.
  static final String CHANNEL = "incident";

  private static final String ALL =
      """
      SELECT w.*, c.name AS consumer, p.name AS provider, w.request::text AS json
      FROM webhooks w LEFT JOIN systems c ON c.id = w.consumer_id
        LEFT JOIN systems p ON p.id = w.provider_id
      WHERE NOT w.events @> ARRAY['incident']
      """;

  private final Handle handle;

  Webhooks(Handle handle) {
    this.handle = handle;
  }

  List<Webhook> all() {
    return handle.createQuery(ALL + " ORDER BY w.id").map((row, _) -> read(row)).list();
  }

  Optional<Webhook> find(String uuid) {
    return handle
        .createQuery(ALL + " AND w.uuid = :uuid")
        .bind("uuid", uuid)
        .map((row, _) -> read(row))
        .findOne();
  }

  /// Those that name exactly these systems.
  List<Webhook> of(Optional<Long> consumer, Optional<Long> provider) {
    return handle
        .createQuery(
            ALL
                + " AND w.consumer_id IS NOT DISTINCT FROM CAST(:consumer AS bigint)"
                + " AND w.provider_id IS NOT DISTINCT FROM CAST(:provider AS bigint)"
                + " AND w.consumer_label IS NULL AND w.provider_label IS NULL ORDER BY w.id")
        .bind("consumer", consumer.orElse(null))
        .bind("provider", provider.orElse(null))
        .map((row, _) -> read(row))
        .list();
  }

  /// The enabled ones that an event of a pair calls.
  List<Webhook> calledBy(long consumer, long provider, String event) {
    return handle
        .createQuery(
            ALL
                + """
                 AND w.enabled AND w.events @> ARRAY[CAST(:event AS text)]
                  AND (w.consumer_id IS NULL OR w.consumer_id = :consumer)
                  AND (w.provider_id IS NULL OR w.provider_id = :provider)
                  AND (w.consumer_label IS NULL OR EXISTS (SELECT 1 FROM labels
                    WHERE system_id = :consumer AND name = w.consumer_label))
                  AND (w.provider_label IS NULL OR EXISTS (SELECT 1 FROM labels
                    WHERE system_id = :provider AND name = w.provider_label))
                ORDER BY w.id
                """)
        .bind("event", event)
        .bind("consumer", consumer)
        .bind("provider", provider)
        .map((row, _) -> read(row))
        .list();
  }

  /// Keeps a new one, or what is said anew of the one with this name.
  Webhook put(String uuid, WebhookDraft draft, Instant now) {
    handle
        .createUpdate(
            """
            INSERT INTO webhooks AS w (uuid, consumer_id, provider_id, consumer_label,
              provider_label, description, events, request, enabled, created_at, updated_at)
            VALUES (:uuid, (SELECT id FROM systems WHERE name = :consumer),
              (SELECT id FROM systems WHERE name = :provider), :consumerLabel, :providerLabel,
              :description, :events, CAST(:request AS jsonb), :enabled, :now, :now)
            ON CONFLICT (uuid) DO UPDATE SET consumer_id = EXCLUDED.consumer_id,
              provider_id = EXCLUDED.provider_id, consumer_label = EXCLUDED.consumer_label,
              provider_label = EXCLUDED.provider_label, description = EXCLUDED.description,
              events = EXCLUDED.events, request = EXCLUDED.request, enabled = EXCLUDED.enabled,
              updated_at = EXCLUDED.updated_at
            WHERE NOT w.events @> ARRAY['incident']
            """)
        .bind("uuid", uuid)
        .bind("consumer", draft.consumer().orElse(null))
        .bind("provider", draft.provider().orElse(null))
        .bind("consumerLabel", draft.consumerLabel().orElse(null))
        .bind("providerLabel", draft.providerLabel().orElse(null))
        .bind("description", draft.description().orElse(null))
        .bindArray("events", String.class, draft.events().toArray())
        .bind("request", JsonText.compact(draft.request().json()))
        .bind("enabled", draft.enabled().orElse(true))
        .bind("now", Timestamp.from(now))
        .execute();
    return find(uuid).orElseThrow();
  }

  boolean delete(String uuid) {
    return handle
            .createUpdate(
                "DELETE FROM webhooks WHERE uuid = :uuid AND NOT events @> ARRAY['incident']")
            .bind("uuid", uuid)
            .execute()
        == 1;
  }

  private static Webhook read(ResultSet row) throws SQLException {
    String json = row.getString("json");
    return new Webhook(
        row.getLong("id"),
        row.getString("uuid"),
        Optional.ofNullable(row.getString("consumer")),
        Optional.ofNullable(row.getString("provider")),
        Optional.ofNullable(row.getString("consumer_label")),
        Optional.ofNullable(row.getString("provider_label")),
        Optional.ofNullable(row.getString("description")),
        Arrays.asList((String[]) row.getArray("events").getArray()),
        new Template(object(json)),
        row.getBoolean("enabled"),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("updated_at").toInstant());
  }

  static JsonObject object(String json) {
    return JsonParser.parse(json).value().orElse(JsonObject.EMPTY) instanceof JsonObject object
        ? object
        : JsonObject.EMPTY;
  }
}
