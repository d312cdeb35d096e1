package dev.concordat.registry.page;

/// Questions about how what is in an environment stands: the contracts of what is there, each against every version of its
/// provider there.
final class MeetingText {
  private static final String STALE =
      PairText.STALE
          + """
          live AS MATERIALIZED (
            SELECT s.environment_id, s.consumer_id, s.provider_id, c.name AS consumer,
              p.name AS provider, u.version_id AS contract_id, met.version_id AS judged_id,
              l.verification_id, l.success, drift.lying
            FROM stale s
            JOIN systems c ON c.id = s.consumer_id JOIN systems p ON p.id = s.provider_id
            CROSS JOIN LATERAL ({consumer}) mine
            CROSS JOIN LATERAL (
              SELECT u.version_id, u.content_id FROM publications u
              WHERE u.version_id = mine.version_id AND u.is_current
                AND u.consumer_id = s.consumer_id AND u.provider_id = s.provider_id OFFSET 0) u
            LEFT JOIN LATERAL ({provider}) met ON true
            LEFT JOIN LATERAL (
              SELECT v.verification_id, v.success FROM latest_verifications v
              WHERE v.content_id = u.content_id AND v.provider_version_id = met.version_id
              LIMIT 1) l ON true
            {lying})
          """
              .replace("{consumer}", there("consumer_id"))
              .replace("{provider}", there("provider_id"))
              .replace("{lying}", PairText.lying("u.version_id", "met.version_id", "l.success"));

  /// One statement, so that what it takes from the notes is exactly what it has seen the causes of.
  static final String KEEP =
      """
      WITH noted AS MATERIALIZED (
        DELETE FROM meetings_changed RETURNING environment_id, consumer_id, provider_id),
      changed AS MATERIALIZED (
        SELECT DISTINCT e.id AS environment_id, n.consumer_id, n.provider_id
        FROM noted n JOIN environments e ON n.environment_id IS NULL OR n.environment_id = e.id),
      {stale},
      gone AS (
        DELETE FROM meetings_kept k USING stale s
        WHERE k.environment_id = s.environment_id AND k.consumer_id = s.consumer_id
          AND k.provider_id = s.provider_id AND NOT EXISTS (
            SELECT 1 FROM live l WHERE l.environment_id = k.environment_id
              AND l.consumer_id = k.consumer_id AND l.provider_id = k.provider_id
              AND l.contract_id = k.contract_id AND l.judged_id IS NOT DISTINCT FROM k.judged_id))
      INSERT INTO meetings_kept AS k (environment_id, {columns})
        SELECT environment_id, {columns} FROM live
      ON CONFLICT (consumer_id, provider_id, environment_id, contract_id, judged_id) DO UPDATE
        SET verification_id = EXCLUDED.verification_id, success = EXCLUDED.success,
          lying = EXCLUDED.lying
      WHERE (k.verification_id, k.success, k.lying) IS DISTINCT FROM
        (EXCLUDED.verification_id, EXCLUDED.success, EXCLUDED.lying)
      """
          .replace("{stale}", STALE)
          .replace("{columns}", PairText.COLUMNS);

  /// What meets in one environment: what is kept as it is kept, the rest worked out.
  static final String KEPT = kept(false);

  /// Of it those pairs of which a side is a team's.
  static final String KEPT_OF_TEAM = kept(true);

  private MeetingText() {}

  /// The versions of a side that are in the environment.
  private static String there(String side) {
    return """
        SELECT d.version_id FROM deployed_versions d
        WHERE d.environment_id = s.environment_id AND d.system_id = s.%1$s AND d.undeployed_at IS NULL
        UNION
        SELECT r.version_id FROM released_versions r
        WHERE r.environment_id = s.environment_id AND r.system_id = s.%1$s
          AND r.support_ended_at IS NULL
        """
        .formatted(side);
  }

  private static String kept(boolean isOfTeam) {
    return """
        WITH changed AS MATERIALIZED (
          SELECT DISTINCT CAST(:environment AS bigint) AS environment_id, consumer_id, provider_id
          FROM meetings_changed WHERE environment_id IS NULL OR environment_id = :environment),
        """
        + STALE
        + ",\n"
        + PairText.kept("meetings_kept", "AND environment_id = :environment ", isOfTeam);
  }
}
