package dev.concordat.registry.page;

/// What the questions about pairs have in common. Each works out some pairs as rows of `live`, which may be added to those of a
/// table that is kept; the first of all these are shown.
final class PairText {
  /// Which pairs the notes `changed` are about.
  static final String STALE =
      """
      stale AS MATERIALIZED (
        SELECT g.environment_id, i.consumer_id, i.provider_id FROM changed g JOIN integrations i
          ON i.consumer_id = g.consumer_id AND i.provider_id = g.provider_id
        UNION
        SELECT g.environment_id, i.consumer_id, i.provider_id FROM changed g JOIN integrations i
          ON g.provider_id IS NULL AND i.consumer_id = g.consumer_id
        UNION
        SELECT g.environment_id, i.consumer_id, i.provider_id FROM changed g JOIN integrations i
          ON g.consumer_id IS NULL AND i.provider_id = g.provider_id),
      """;

  /// Columns of `live` and of what is kept.
  static final String COLUMNS =
      "consumer_id, provider_id, consumer, provider, contract_id, judged_id, verification_id,"
          + " success, lying";

  /// Those that are broken come first, so that no limit hides them, then those without proof, then those that drift.
  private static final String WORST_FIRST = "state, consumer, provider, contract_id, judged_id";

  /// What is kept says its state itself, as {@link #live} does.
  private static final String STATE =
      "CASE WHEN NOT success THEN 0 WHEN success IS NULL THEN 1 WHEN lying IS NOT NULL THEN 2"
          + " ELSE 3 END AS state";

  /// What is kept is read in the order of an index, and not further than it is shown.
  private static final String KEPT =
      """
      listed AS (
        (SELECT {columns}, state FROM {table}
        WHERE (consumer_id, provider_id) NOT IN (SELECT consumer_id, provider_id FROM stale) {filter}
        ORDER BY {order} LIMIT :limit)
        UNION ALL
        SELECT {columns}, {state} FROM live WHERE true {team}),
      """;

  /// What is only read of those pairs that are shown.
  private static final String SHOWN =
      """
      shown AS (SELECT * FROM listed ORDER BY {order} LIMIT :limit)
      SELECT shown.*, c.owner AS consumer_owner, p.owner AS provider_owner,
        cv.number AS contract_of, pv.number AS verified_by, x.method, x.verified_at
      FROM shown
      JOIN systems c ON c.id = consumer_id
      JOIN systems p ON p.id = provider_id
      LEFT JOIN versions cv ON cv.id = contract_id
      LEFT JOIN versions pv ON pv.id = judged_id
      LEFT JOIN verifications x ON x.id = verification_id
      ORDER BY {order}
      """
          .replace("{order}", WORST_FIRST);

  private static final String OF_TEAM =
      "AND (consumer_id IN (SELECT id FROM systems WHERE owner = :team)"
          + " OR provider_id IN (SELECT id FROM systems WHERE owner = :team))";

  private PairText() {}

  /// Whether the newest proof of drift of either version says that mocks lie: `c` for the consumer's, `p` for the provider's.
  static String lying(String consumerVersion, String providerVersion, String success) {
    return """
        LEFT JOIN LATERAL (SELECT CASE
            WHEN (SELECT d.success FROM proofs d WHERE d.version_id = %s AND d.kind = 'drift'
              ORDER BY d.id DESC LIMIT 1) IS FALSE THEN 'c'
            WHEN (SELECT d.success FROM proofs d WHERE d.version_id = %s AND d.kind = 'drift'
              ORDER BY d.id DESC LIMIT 1) IS FALSE THEN 'p' END AS lying) drift ON %s
        """
        .formatted(consumerVersion, providerVersion, success);
  }

  /// The end of a question about all rows of `live`.
  static String live() {
    return "listed AS (SELECT " + COLUMNS + ", " + STATE + " FROM live),\n" + SHOWN;
  }

  /// The end of a question about what a table keeps, without the pairs of `stale`, and all rows of `live`.
  ///
  /// @param filter ours, of the table; empty for all of it
  /// @param isOfTeam whether only pairs count of which a side is a team's
  static String kept(String table, String filter, boolean isOfTeam) {
    String team = isOfTeam ? OF_TEAM : "";
    return KEPT.replace("{table}", table)
            .replace("{filter}", filter + team)
            .replace("{team}", team)
            .replace("{columns}", COLUMNS)
            .replace("{state}", STATE)
            .replace("{order}", WORST_FIRST)
        + SHOWN;
  }
}
