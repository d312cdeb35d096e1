package dev.concordat.registry.page;

/// Questions about how each consumer and its provider stand.
final class MapText {
  /// The contract of a pair is that of the head of the consumer's main branch, else the newest. Its verification is that by
  /// the head of the provider's main branch, else the newest by any version. Every look-up has a limit of one, so that it is
  /// made in an index for each pair: joined without it, whole tables are read.
  private static final String LIVE =
      """
      live AS (
        SELECT pairs.consumer_id, pairs.provider_id, consumer, provider,
          said.version_id AS contract_id, found.judged_id, found.verification_id, found.success,
          drift.lying
        FROM pairs
        LEFT JOIN branches cb ON cb.system_id = consumer_id AND cb.name = consumer_main
        LEFT JOIN branches pb ON pb.system_id = provider_id AND pb.name = provider_main
        LEFT JOIN LATERAL (
          SELECT u.content_id, u.version_id FROM publications u
          WHERE u.version_id = cb.head_version_id AND u.is_current
            AND u.consumer_id = pairs.consumer_id AND u.provider_id = pairs.provider_id
          LIMIT 1) head ON true
        LEFT JOIN LATERAL (
          SELECT u.content_id, u.version_id FROM publications u
          WHERE head.version_id IS NULL AND u.provider_id = pairs.provider_id
            AND u.consumer_id = pairs.consumer_id AND u.is_current
          ORDER BY u.version_id DESC LIMIT 1) newest ON true
        CROSS JOIN LATERAL (
          SELECT coalesce(head.content_id, newest.content_id) AS content_id,
            coalesce(head.version_id, newest.version_id) AS version_id) said
        LEFT JOIN LATERAL (
          SELECT l.verification_id, l.success, l.provider_version_id FROM latest_verifications l
          WHERE l.content_id = said.content_id AND l.provider_version_id = pb.head_version_id
          LIMIT 1) own ON true
        LEFT JOIN LATERAL (
          SELECT v.id, v.success, v.provider_version_id FROM verifications v
          WHERE own.verification_id IS NULL AND v.content_id = said.content_id
          ORDER BY v.number DESC LIMIT 1) other ON true
        CROSS JOIN LATERAL (
          SELECT coalesce(own.verification_id, other.id) AS verification_id,
            coalesce(own.success, other.success) AS success,
            coalesce(own.provider_version_id, other.provider_version_id) AS judged_id) found
        {lying})
      """
          .replace(
              "{lying}", PairText.lying("said.version_id", "found.judged_id", "found.success"));

  private static final String PAIRS =
      """
      pairs AS (
        SELECT i.consumer_id, i.provider_id, c.name AS consumer, p.name AS provider,
          c.main_branch AS consumer_main, p.main_branch AS provider_main
        FROM {pairs} i JOIN systems c ON c.id = i.consumer_id
          JOIN systems p ON p.id = i.provider_id
        WHERE {filter}),
      """;

  private static final String STALE = PairText.STALE + pairs("stale", "true") + LIVE;

  /// One statement, so that what it takes from the notes is exactly what it has seen the causes of.
  static final String KEEP =
      """
      WITH changed AS MATERIALIZED (
        DELETE FROM pairs_changed
        RETURNING CAST(NULL AS bigint) AS environment_id, consumer_id, provider_id),
      {stale}
      INSERT INTO pairs_kept AS k ({columns}) SELECT {columns} FROM live
      ON CONFLICT (consumer_id, provider_id) DO UPDATE SET contract_id = EXCLUDED.contract_id,
        judged_id = EXCLUDED.judged_id, verification_id = EXCLUDED.verification_id,
        success = EXCLUDED.success, lying = EXCLUDED.lying
      WHERE (k.contract_id, k.judged_id, k.verification_id, k.success, k.lying) IS DISTINCT FROM
        (EXCLUDED.contract_id, EXCLUDED.judged_id, EXCLUDED.verification_id, EXCLUDED.success,
          EXCLUDED.lying)
      """
          .replace("{stale}", STALE)
          .replace("{columns}", PairText.COLUMNS);

  /// All pairs: those that are kept as they are kept, the others worked out.
  static final String KEPT = kept(false);

  /// Of them those of which a side is a team's.
  static final String KEPT_OF_TEAM = kept(true);

  private MapText() {}

  private static String pairs(String table, String filter) {
    return PAIRS.replace("{pairs}", table).replace("{filter}", filter);
  }

  /// Some pairs, each worked out.
  ///
  /// @param filter ours, never a text of a client
  static String workedOut(String filter) {
    return "WITH " + pairs("integrations", filter) + LIVE + ",\n" + PairText.live();
  }

  private static String kept(boolean isOfTeam) {
    return """
        WITH changed AS MATERIALIZED (
          SELECT DISTINCT CAST(NULL AS bigint) AS environment_id, consumer_id, provider_id
          FROM pairs_changed),
        """
        + STALE
        + ",\n"
        + PairText.kept("pairs_kept", "", isOfTeam);
  }
}
