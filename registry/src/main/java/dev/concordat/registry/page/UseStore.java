package dev.concordat.registry.page;

import dev.concordat.model.exchange.Bytes;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// What is read to say who uses which operation: of each consumer the pact of its main branch, else the newest.
final class UseStore {
  /// As many consumers are looked into.
  static final int MAX_CONSUMERS = 100;

  /// All pacts of a page together, in bytes; those that are left are named.
  static final long MAX_BYTES = 2_000_000;

  /// The longest contract of the provider that is read for a page, in bytes.
  private static final int MAX_OFFERED = 2_000_000;

  private static final String NEEDS =
      """
      WITH needs AS (
        SELECT c.name AS consumer, coalesce(head.version_id, newest.version_id) AS version_id,
          coalesce(head.content_id, newest.content_id) AS content_id
        FROM integrations i JOIN systems c ON c.id = i.consumer_id
        LEFT JOIN branches b ON b.system_id = c.id AND b.name = c.main_branch
        LEFT JOIN publications head ON head.version_id = b.head_version_id AND head.is_current
          AND head.consumer_id = c.id AND head.provider_id = i.provider_id
        LEFT JOIN LATERAL (
          SELECT u.content_id, u.version_id FROM publications u
          WHERE head.id IS NULL AND u.provider_id = i.provider_id AND u.consumer_id = c.id
            AND u.is_current
          ORDER BY u.version_id DESC LIMIT 1) newest ON true
        WHERE i.provider_id = :system
        ORDER BY c.name LIMIT :limit),
      sized AS (
        SELECT n.consumer, v.number, n.content_id,
          sum(octet_length(k.bytes)) OVER (ORDER BY octet_length(k.bytes), n.consumer) AS so_far
        FROM needs n JOIN versions v ON v.id = n.version_id JOIN contents k ON k.id = n.content_id)
      SELECT s.consumer, s.number, CASE WHEN s.so_far <= :bytes THEN k.bytes END AS bytes
      FROM sized s JOIN contents k ON k.id = s.content_id ORDER BY s.consumer
      """;

  private final Handle handle;

  UseStore(Handle handle) {
    this.handle = handle;
  }

  /// What consumers need of a provider, the first ones by name.
  List<OperationUsers.Need> needs(long provider) {
    return handle
        .createQuery(NEEDS)
        .bind("system", provider)
        .bind("limit", MAX_CONSUMERS)
        .bind("bytes", MAX_BYTES)
        .map(
            (row, _) ->
                new OperationUsers.Need(
                    row.getString("consumer"),
                    row.getString("number"),
                    Optional.ofNullable(row.getBytes("bytes")).map(Bytes::of)))
        .list();
  }

  /// The newest OpenAPI contract that it provides, where it can be read for a page.
  Optional<Bytes> offered(long provider) {
    return handle
        .createQuery(
            """
            SELECT k.bytes FROM publications u JOIN contents k ON k.id = u.content_id
            WHERE u.provider_id = :system AND u.consumer_id IS NULL AND u.is_current
              AND k.kind = 'openapi' AND octet_length(k.bytes) <= :limit
            ORDER BY u.version_id DESC LIMIT 1
            """)
        .bind("system", provider)
        .bind("limit", MAX_OFFERED)
        .map((row, _) -> Bytes.of(row.getBytes(1)))
        .findOne();
  }
}
