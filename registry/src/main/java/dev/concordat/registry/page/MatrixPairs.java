package dev.concordat.registry.page;

import dev.concordat.registry.store.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// What versions of two systems met in a verification, for the page.
final class MatrixPairs {
  private static final String MET =
      """
      SELECT v.number AS consumer_version, pv.number AS provider_version, x.success, x.method,
        x.verified_at
      FROM (SELECT version_id, content_id FROM publications
          WHERE provider_id = :provider AND consumer_id = :consumer AND is_current
          ORDER BY version_id DESC LIMIT :limit) u
        JOIN versions v ON v.id = u.version_id
        LEFT JOIN latest_verifications l ON l.content_id = u.content_id
        LEFT JOIN verifications x ON x.id = l.verification_id
        LEFT JOIN versions pv ON pv.id = l.provider_version_id
      ORDER BY v.id DESC, pv.id DESC NULLS LAST LIMIT :limit
      """;

  private final Handle handle;

  MatrixPairs(Handle handle) {
    this.handle = handle;
  }

  /// Two versions; without those of the provider where nobody verified the contract.
  record Met(
      String consumerVersion,
      Optional<String> providerVersion,
      State state,
      Optional<String> method,
      Optional<Instant> at) {}

  /// One more than the limit where there are more.
  List<Met> of(long consumer, long provider, int limit) {
    return handle
        .createQuery(MET)
        .bind("consumer", consumer)
        .bind("provider", provider)
        .bind("limit", limit + 1)
        .map((row, _) -> met(row))
        .list();
  }

  private static Met met(ResultSet row) throws SQLException {
    Optional<Instant> at = Columns.optionalInstant(row, "verified_at");
    State verified = row.getBoolean("success") ? State.PROVED : State.BROKEN;
    return new Met(
        row.getString("consumer_version"),
        Columns.text(row, "provider_version"),
        at.isPresent() ? verified : State.UNKNOWN,
        Columns.text(row, "method"),
        at);
  }
}
