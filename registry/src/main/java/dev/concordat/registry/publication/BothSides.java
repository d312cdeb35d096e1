package dev.concordat.registry.publication;

import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.json.JsonObject;
import dev.concordat.registry.store.Columns;
import dev.concordat.registry.store.Systems;
import dev.concordat.registry.store.VersionRow;
import dev.concordat.registry.store.Versions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// A provider's version with what was compared with it.
///
/// @param isOne whether one version of one consumer was asked for
/// @param compared the newest comparison of each content that was asked for, shown as the newest version that says it
/// @param selfVerification what the provider says of its own contract
record BothSides(
    VersionRow version,
    boolean isOne,
    List<Compared> compared,
    Optional<JsonObject> selfVerification) {
  private static final int MAX_PAIRS = 1_000;

  BothSides {
    compared = List.copyOf(compared);
  }

  /// A comparison.
  ///
  /// @param findings JSON text: a list
  record Compared(
      String consumer,
      String number,
      long contentId,
      boolean success,
      Optional<String> findings,
      Instant at) {}

  /// Nothing where the provider's version is unknown.
  static Optional<BothSides> of(
      Handle handle,
      String provider,
      String number,
      Optional<String> consumer,
      Optional<String> consumerNumber) {
    return new Systems(handle)
        .find(provider)
        .flatMap(system -> new Versions(handle).find(system.id(), number))
        .map(
            version ->
                new BothSides(
                    version,
                    consumer.isPresent(),
                    compared(handle, version, consumer, consumerNumber),
                    selfVerification(handle, version)));
  }

  private static List<Compared> compared(
      Handle handle, VersionRow version, Optional<String> consumer, Optional<String> number) {
    return handle
        .createQuery(
            """
            SELECT DISTINCT ON (p.content_id) cs.name AS consumer, cv.number, p.content_id, r.success,
              r.test_results, r.verified_at
            FROM latest_verifications l
            JOIN verifications r ON r.id = l.verification_id AND r.method = 'comparison'
            JOIN publications p ON p.content_id = l.content_id AND p.is_current AND p.consumer_id IS NOT NULL
            JOIN systems cs ON cs.id = p.consumer_id
            JOIN versions cv ON cv.id = p.version_id
            WHERE l.provider_version_id = :version
              AND (CAST(:consumer AS text) IS NULL OR cs.name = :consumer)
              AND (CAST(:number AS text) IS NULL OR cv.number = :number)
            ORDER BY p.content_id, p.version_id DESC
            LIMIT :limit
            """)
        .bind("version", version.id())
        .bind("consumer", consumer.orElse(null))
        .bind("number", number.orElse(null))
        .bind("limit", MAX_PAIRS)
        .map(
            (row, _) ->
                new Compared(
                    row.getString("consumer"),
                    row.getString("number"),
                    row.getLong("content_id"),
                    row.getBoolean("success"),
                    Columns.text(row, "test_results"),
                    Columns.instant(row, "verified_at")))
        .list();
  }

  private static Optional<JsonObject> selfVerification(Handle handle, VersionRow version) {
    return handle
        .createQuery(
            "SELECT report FROM proofs WHERE version_id = :version AND kind = :kind"
                + " ORDER BY id DESC LIMIT 1")
        .bind("version", version.id())
        .bind("kind", Announcement.SELF_VERIFICATION)
        .mapTo(String.class)
        .findOne()
        .flatMap(text -> JsonParser.parse(text).value())
        .filter(JsonObject.class::isInstance)
        .map(JsonObject.class::cast);
  }
}
