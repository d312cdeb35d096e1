package dev.concordat.registry.page;

import dev.concordat.registry.store.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// What meets in an environment, read of what was written alone, in the plainest way.
final class MeetingsAnew {
  private static final String ALL =
      """
      WITH here AS (
        SELECT system_id, version_id FROM deployed_versions
        WHERE environment_id = :environment AND undeployed_at IS NULL
        UNION
        SELECT system_id, version_id FROM released_versions
        WHERE environment_id = :environment AND support_ended_at IS NULL),
      drifting AS (
        SELECT version_id, (array_agg(success ORDER BY id DESC))[1] = false AS lies
        FROM proofs WHERE kind = 'drift' GROUP BY version_id)
      SELECT c.name AS consumer, c.owner AS consumer_owner, p.name AS provider,
        p.owner AS provider_owner, cv.number AS contract_of, pv.number AS verified_by,
        x.success, x.method, x.verified_at,
        CASE WHEN NOT x.success OR x.success IS NULL THEN NULL WHEN mine.lies THEN c.name
          WHEN theirs.lies THEN p.name END AS lying
      FROM here JOIN publications u ON u.version_id = here.version_id AND u.is_current
        AND u.consumer_id = here.system_id
      JOIN systems c ON c.id = u.consumer_id
      JOIN systems p ON p.id = u.provider_id
      JOIN versions cv ON cv.id = u.version_id
      LEFT JOIN here met ON met.system_id = u.provider_id
      LEFT JOIN versions pv ON pv.id = met.version_id
      LEFT JOIN latest_verifications l
        ON l.content_id = u.content_id AND l.provider_version_id = met.version_id
      LEFT JOIN verifications x ON x.id = l.verification_id
      LEFT JOIN drifting mine ON mine.version_id = u.version_id
      LEFT JOIN drifting theirs ON theirs.version_id = met.version_id
      ORDER BY x.success IS NOT FALSE, x.success IS TRUE,
        (x.success AND (mine.lies OR theirs.lies)) IS NOT TRUE, c.name, p.name, u.version_id,
        met.version_id
      """;

  private MeetingsAnew() {}

  static List<Pairing> read(Handle handle, long environment) {
    return handle
        .createQuery(ALL)
        .bind("environment", environment)
        .map((row, _) -> pairing(row))
        .list();
  }

  private static Pairing pairing(ResultSet row) throws SQLException {
    boolean success = row.getBoolean("success");
    String method = row.getString("method");
    return new Pairing(
        party(row, "consumer"),
        party(row, "provider"),
        Optional.of(row.getString("contract_of")),
        Optional.ofNullable(row.getString("verified_by")),
        true,
        Columns.optionalInstant(row, "verified_at")
            .map(at -> new Pairing.Verified(success, method, at)),
        Optional.ofNullable(row.getString("lying")));
  }

  private static Pairing.Party party(ResultSet row, String side) throws SQLException {
    return new Pairing.Party(
        row.getString(side), Optional.ofNullable(row.getString(side + "_owner")));
  }
}
