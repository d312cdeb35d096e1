package dev.concordat.registry.notify;

import dev.concordat.registry.store.PactRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// The incidents of a registry.
public final class IncidentStore {
  /// The most that one question answers.
  public static final int MAX_LISTED = 500;

  private static final String ALL =
      """
      SELECT i.*, c.name AS consumer, p.name AS provider, i.evidence::text AS json FROM incidents i
      JOIN systems c ON c.id = i.consumer_id JOIN systems p ON p.id = i.provider_id
      """;

  private final Handle handle;

  public IncidentStore(Handle handle) {
    this.handle = handle;
  }

  /// One at a time for each cause, or two failures would open two incidents.
  void lock(String cause) {
    handle
        .createQuery("SELECT pg_advisory_xact_lock(hashtextextended(:cause, 0)) IS NULL")
        .bind("cause", "incident " + cause)
        .mapTo(Boolean.class)
        .one();
  }

  Optional<Incident> newest(String cause) {
    return handle
        .createQuery(ALL + " WHERE i.cause = :cause ORDER BY i.id DESC LIMIT 1")
        .bind("cause", cause)
        .map((row, _) -> read(row))
        .findOne();
  }

  public Optional<Incident> find(String uuid) {
    return handle
        .createQuery(ALL + " WHERE i.uuid = :uuid")
        .bind("uuid", uuid)
        .map((row, _) -> read(row))
        .findOne();
  }

  /// The open ones first, then the newest.
  public List<Incident> list() {
    return handle
        .createQuery(ALL + " ORDER BY i.state <> 'open', i.id DESC LIMIT " + MAX_LISTED)
        .map((row, _) -> read(row))
        .list();
  }

  /// Messages about the pair of an incident from its opening to its last change, the newest first.
  ///
  /// @param limit the most that are answered
  public List<Told> told(Incident incident, int limit) {
    return handle
        .createQuery(
            """
            SELECT d.event, d.status, d.attempts, d.created_at, w.team
            FROM incidents i
            JOIN deliveries d ON d.consumer_id = i.consumer_id AND d.provider_id = i.provider_id
            LEFT JOIN webhooks w ON w.id = d.webhook_id
            WHERE i.id = :id AND d.event LIKE 'incident%' AND d.created_at >= i.opened_at
              AND d.created_at <= i.updated_at + interval '1 minute'
            ORDER BY d.id DESC LIMIT :limit
            """)
        .bind("id", incident.id())
        .bind("limit", limit)
        .map((row, _) -> Told.of(row))
        .list();
  }

  /// What is known of a failure.
  record Opening(
      String cause,
      String rule,
      long consumer,
      long provider,
      Optional<String> owner,
      String title,
      String evidence) {
    /// Between the two of a pact, and nobody's yet.
    static Opening of(String cause, String rule, PactRow pact, String title, String evidence) {
      return new Opening(
          cause, rule, pact.consumerId(), pact.providerId(), Optional.empty(), title, evidence);
    }

    Opening by(Optional<String> team) {
      return new Opening(cause, rule, consumer, provider, team, title, evidence);
    }
  }

  Incident open(Opening opening, Instant now) {
    String uuid = UUID.randomUUID().toString();
    handle
        .createUpdate(
            """
            INSERT INTO incidents (uuid, cause, rule, consumer_id, provider_id, owner, title,
              evidence, state, opened_at, updated_at)
            VALUES (:uuid, :cause, :rule, :consumer, :provider, :owner, :title,
              CAST(:evidence AS jsonb), 'open', :now, :now)
            """)
        .bind("uuid", uuid)
        .bind("cause", opening.cause())
        .bind("rule", opening.rule())
        .bind("consumer", opening.consumer())
        .bind("provider", opening.provider())
        .bind("owner", opening.owner().orElse(null))
        .bind("title", opening.title())
        .bind("evidence", opening.evidence())
        .bind("now", Timestamp.from(now))
        .execute();
    return find(uuid).orElseThrow();
  }

  Incident change(
      Incident incident,
      String title,
      String evidence,
      boolean isOpen,
      int greenRuns,
      Instant now) {
    handle
        .createUpdate(
            """
            UPDATE incidents SET title = :title, evidence = CAST(:evidence AS jsonb),
              state = :state, green_runs = :green, updated_at = :now, closed_at = :closed
            WHERE id = :id
            """)
        .bind("id", incident.id())
        .bind("title", title)
        .bind("evidence", evidence)
        .bind("state", isOpen ? "open" : "closed")
        .bind("green", greenRuns)
        .bind("now", Timestamp.from(now))
        .bind("closed", isOpen ? null : Timestamp.from(now))
        .execute();
    return find(incident.uuid()).orElseThrow();
  }

  Incident own(Incident incident, String owner, Instant now) {
    handle
        .createUpdate("UPDATE incidents SET owner = :owner, updated_at = :now WHERE id = :id")
        .bind("id", incident.id())
        .bind("owner", owner)
        .bind("now", Timestamp.from(now))
        .execute();
    return find(incident.uuid()).orElseThrow();
  }

  private static Incident read(ResultSet row) throws SQLException {
    return new Incident(
        row.getLong("id"),
        row.getString("uuid"),
        row.getString("cause"),
        row.getString("rule"),
        row.getString("consumer"),
        row.getString("provider"),
        Optional.ofNullable(row.getString("owner")),
        row.getString("title"),
        row.getString("json"),
        row.getString("state").equals("open"),
        row.getInt("green_runs"),
        row.getTimestamp("opened_at").toInstant(),
        row.getTimestamp("updated_at").toInstant(),
        Optional.ofNullable(row.getTimestamp("closed_at")).map(Timestamp::toInstant));
  }
}
