package dev.concordat.registry.webhook;

import dev.concordat.model.json.JsonText;
import dev.concordat.registry.store.PactRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// The outbox. What is put into it inside a transaction is delivered at least once when the transaction is kept, and never
/// when it is not.
public final class Deliveries {
  static final String SUCCESS = "success";
  static final String RETRYING = "retrying";
  static final String FAILURE = "failure";

  private static final String ALL =
      """
      SELECT d.*, w.uuid AS webhook, c.name AS consumer, p.name AS provider, d.request::text AS json
      FROM deliveries d LEFT JOIN webhooks w ON w.id = d.webhook_id
        LEFT JOIN systems c ON c.id = d.consumer_id LEFT JOIN systems p ON p.id = d.provider_id
      """;

  private final Handle handle;

  public Deliveries(Handle handle) {
    this.handle = handle;
  }

  /// Puts a call of a webhook into the outbox.
  ///
  /// @return how the dialect names it
  String add(
      Webhook webhook,
      PactRow pact,
      Optional<Long> verification,
      String event,
      Call call,
      Instant now) {
    return add(
        Optional.of(webhook.id()),
        pact.consumerId(),
        pact.providerId(),
        Optional.of(pact.id()),
        verification,
        event,
        call,
        now);
  }

  /// Puts a call that tells an owner of an incident into the outbox.
  ///
  /// @param channel the row of the channel
  public String add(
      long channel, long consumer, long provider, String event, Call call, Instant now) {
    return add(
        Optional.of(channel),
        consumer,
        provider,
        Optional.empty(),
        Optional.empty(),
        event,
        call,
        now);
  }

  private String add(
      Optional<Long> webhook,
      long consumer,
      long provider,
      Optional<Long> publication,
      Optional<Long> verification,
      String event,
      Call call,
      Instant now) {
    String uuid = UUID.randomUUID().toString();
    handle
        .createUpdate(
            """
            INSERT INTO deliveries (uuid, webhook_id, consumer_id, provider_id, publication_id,
              verification_id, event, request, status, due_at, created_at, updated_at)
            VALUES (:uuid, :webhook, :consumer, :provider, :publication, :verification, :event,
              CAST(:request AS jsonb), 'not_run', :now, :now, :now)
            """)
        .bind("uuid", uuid)
        .bind("webhook", webhook.orElse(null))
        .bind("consumer", consumer)
        .bind("provider", provider)
        .bind("publication", publication.orElse(null))
        .bind("verification", verification.orElse(null))
        .bind("event", event)
        .bind("request", JsonText.compact(call.json()))
        .bind("now", Timestamp.from(now))
        .execute();
    return uuid;
  }

  /// Gives up calls of a channel to an address that were not made yet: something newer is to be said there.
  public void supersede(long channel, String url, Instant now) {
    handle
        .createUpdate(
            """
            UPDATE deliveries SET status = 'superseded', updated_at = :now
            WHERE webhook_id = :channel AND status IN ('not_run', 'retrying')
              AND request->>'url' = :url
            """)
        .bind("channel", channel)
        .bind("url", url)
        .bind("now", Timestamp.from(now))
        .execute();
  }

  /// Takes calls that are due. Nobody else takes them before the lease is over; a server that dies meanwhile loses nothing.
  ///
  /// @param busy webhooks that have enough calls under way
  List<Delivery> take(int count, List<Long> busy, Duration lease, Instant now) {
    List<Long> ids =
        handle
            .createQuery(
                """
                UPDATE deliveries SET due_at = :until, attempts = attempts + 1, updated_at = :now
                WHERE id IN (SELECT id FROM deliveries
                  WHERE status IN ('not_run', 'retrying') AND due_at <= :now
                    AND (webhook_id IS NULL OR webhook_id <> ALL(:busy))
                  ORDER BY due_at, id LIMIT :count FOR UPDATE SKIP LOCKED)
                RETURNING id
                """)
            .bind("until", Timestamp.from(now.plus(lease)))
            .bind("now", Timestamp.from(now))
            .bindArray("busy", Long.class, busy.toArray())
            .bind("count", count)
            .mapTo(Long.class)
            .list();
    return ids.stream().sorted().map(this::get).toList();
  }

  private Delivery get(long id) {
    return handle
        .createQuery(ALL + " WHERE d.id = :id")
        .bind("id", id)
        .map((row, _) -> read(row))
        .one();
  }

  /// The row of the webhook or channel of a delivery.
  Optional<Long> channel(long id) {
    return handle
        .createQuery("SELECT webhook_id FROM deliveries WHERE id = :id AND webhook_id IS NOT NULL")
        .bind("id", id)
        .mapTo(Long.class)
        .findOne();
  }

  /// Notes what came of an attempt.
  void note(Delivery delivery, String status, Instant due, String log, Instant now) {
    handle
        .createUpdate(
            "UPDATE deliveries SET status = :status, due_at = :due, updated_at = :now WHERE id = :id"
                + " AND status <> 'superseded'")
        .bind("status", status)
        .bind("due", Timestamp.from(due))
        .bind("now", Timestamp.from(now))
        .bind("id", delivery.id())
        .execute();
    handle
        .createUpdate(
            "INSERT INTO delivery_attempts (delivery_id, success, log, created_at) VALUES (:id,"
                + " :success, :log, :now)")
        .bind("id", delivery.id())
        .bind("success", status.equals(SUCCESS))
        .bind("log", log)
        .bind("now", Timestamp.from(now))
        .execute();
  }

  Optional<Delivery> find(String uuid) {
    return handle
        .createQuery(ALL + " WHERE d.uuid = :uuid")
        .bind("uuid", uuid)
        .map((row, _) -> read(row))
        .findOne();
  }

  /// The logs of all attempts, the first one first.
  List<String> logs(Delivery delivery) {
    return handle
        .createQuery("SELECT log FROM delivery_attempts WHERE delivery_id = :id ORDER BY id")
        .bind("id", delivery.id())
        .mapTo(String.class)
        .list();
  }

  List<Delivery> ofPublication(long publication) {
    return handle
        .createQuery(
            ALL + " WHERE d.publication_id = :id AND d.verification_id IS NULL ORDER BY d.id DESC")
        .bind("id", publication)
        .map((row, _) -> read(row))
        .list();
  }

  List<Delivery> ofVerification(long verification) {
    return handle
        .createQuery(ALL + " WHERE d.verification_id = :id ORDER BY d.id DESC")
        .bind("id", verification)
        .map((row, _) -> read(row))
        .list();
  }

  /// The newest of each webhook and event for a pair.
  List<Delivery> newest(long consumer, long provider) {
    return handle
        .createQuery(
            ALL
                + " WHERE d.id IN (SELECT max(id) FROM deliveries WHERE consumer_id = :consumer AND"
                + " provider_id = :provider AND publication_id IS NOT NULL GROUP BY webhook_id, event)"
                + " ORDER BY d.id DESC")
        .bind("consumer", consumer)
        .bind("provider", provider)
        .map((row, _) -> read(row))
        .list();
  }

  private static Delivery read(ResultSet row) throws SQLException {
    return new Delivery(
        row.getLong("id"),
        row.getString("uuid"),
        Optional.ofNullable(row.getString("webhook")),
        Optional.ofNullable(row.getString("consumer")),
        Optional.ofNullable(row.getString("provider")),
        row.getString("event"),
        Call.of(Webhooks.object(row.getString("json"))),
        row.getString("status"),
        row.getInt("attempts"),
        row.getTimestamp("created_at").toInstant());
  }
}
