package dev.concordat.registry.page;

import dev.concordat.registry.store.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// How pairs stand: one question for all pairs of a page, answered by look-ups in indexes; for the map, from what is kept.
final class PairStore {
  /// Any number that nothing else locks.
  private static final long KEEPING = 0x70_61_69_72_73L;

  /// Whether the newest proof of drift of either version says that mocks lie: `c` for the consumer's, `p` for the provider's.
  private static final String LYING =
      """
      LEFT JOIN LATERAL (SELECT CASE
          WHEN (SELECT d.success FROM proofs d WHERE d.version_id = %s AND d.kind = 'drift'
            ORDER BY d.id DESC LIMIT 1) IS FALSE THEN 'c'
          WHEN (SELECT d.success FROM proofs d WHERE d.version_id = %s AND d.kind = 'drift'
            ORDER BY d.id DESC LIMIT 1) IS FALSE THEN 'p' END AS lying) drift ON %s
      """;

  /// What is only read of those pairs that are shown.
  private static final String SHOWN =
      """
      SELECT shown.*, cv.number AS contract_of, pv.number AS verified_by, x.method, x.verified_at
      FROM shown
      LEFT JOIN versions cv ON cv.id = contract_id
      LEFT JOIN versions pv ON pv.id = judged_id
      LEFT JOIN verifications x ON x.id = verification_id
      ORDER BY shown.success IS NOT FALSE, shown.success IS TRUE, lying IS NULL, consumer, provider,
        contract_id, judged_id
      """;

  /// The contract of a pair is that of the head of the consumer's main branch, else the newest. Its verification is that by
  /// the head of the provider's main branch, else the newest by any version. Every look-up has a limit of one, so that it is
  /// made in an index for each pair: joined without it, whole tables are read.
  private static final String STATE =
      """
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
      """
          + LYING.formatted("said.version_id", "found.judged_id", "found.success");

  /// Those that are broken come first, so that no limit hides them, then those without proof, then those that drift.
  private static final String WORST_FIRST =
      """
        ORDER BY state.success IS NOT FALSE, state.success IS TRUE, state.lying IS NULL, consumer,
          provider
        LIMIT :limit)
      """;

  /// Some pairs, each worked out.
  private static final String NEWEST =
      """
      WITH pairs AS (
        SELECT c.id AS consumer_id, c.name AS consumer, c.owner AS consumer_owner,
          c.main_branch AS consumer_main, p.id AS provider_id, p.name AS provider,
          p.owner AS provider_owner, p.main_branch AS provider_main
        FROM integrations i JOIN systems c ON c.id = i.consumer_id
          JOIN systems p ON p.id = i.provider_id
        WHERE {filter}),
      shown AS (
        SELECT consumer, consumer_owner, provider, provider_owner, said.version_id AS contract_id,
          found.judged_id, found.verification_id, found.success, drift.lying
        FROM pairs
      """
          + STATE
          + """
        CROSS JOIN LATERAL (SELECT found.success, drift.lying) state
      """
          + WORST_FIRST
          + SHOWN;

  /// The pairs that something was written about since they were kept, and those that are not kept yet.
  private static final String STALE =
      """
      stale AS MATERIALIZED (
        SELECT i.consumer_id, i.provider_id FROM changed g JOIN integrations i
          ON i.consumer_id = g.consumer_id AND i.provider_id = g.provider_id
        UNION
        SELECT i.consumer_id, i.provider_id FROM changed g JOIN integrations i
          ON g.provider_id IS NULL AND i.consumer_id = g.consumer_id
        UNION
        SELECT i.consumer_id, i.provider_id FROM changed g JOIN integrations i
          ON g.consumer_id IS NULL AND i.provider_id = g.provider_id
        UNION
        SELECT i.consumer_id, i.provider_id FROM integrations i
        WHERE NOT EXISTS (SELECT 1 FROM pairs_kept k
          WHERE k.consumer_id = i.consumer_id AND k.provider_id = i.provider_id)),
      pairs AS (
        SELECT stale.consumer_id, stale.provider_id, c.main_branch AS consumer_main,
          p.main_branch AS provider_main
        FROM stale JOIN systems c ON c.id = stale.consumer_id
          JOIN systems p ON p.id = stale.provider_id),
      live AS (
        SELECT pairs.consumer_id, pairs.provider_id, said.version_id AS contract_id,
          found.judged_id, found.verification_id, found.success, drift.lying
        FROM pairs
      """
          + STATE
          + ")";

  /// All pairs: those that are kept as they are kept, the others worked out.
  private static final String KEPT =
      """
      WITH changed AS MATERIALIZED (SELECT DISTINCT consumer_id, provider_id FROM pairs_changed),
      """
          + STALE
          + """
      , states AS (
        SELECT consumer_id, provider_id, contract_id, judged_id, verification_id, success, lying
        FROM pairs_kept k
        WHERE NOT EXISTS (SELECT 1 FROM stale
          WHERE stale.consumer_id = k.consumer_id AND stale.provider_id = k.provider_id)
        UNION ALL
        SELECT * FROM live),
      shown AS (
        SELECT c.name AS consumer, c.owner AS consumer_owner, p.name AS provider,
          p.owner AS provider_owner, state.contract_id, state.judged_id, state.verification_id,
          state.success, state.lying
        FROM states state
          JOIN systems c ON c.id = state.consumer_id JOIN systems p ON p.id = state.provider_id
        WHERE CAST(:team AS text) IS NULL OR c.owner = :team OR p.owner = :team
      """
          + WORST_FIRST
          + SHOWN;

  /// One statement, so that what it takes from the notes is exactly what it has seen the causes of.
  private static final String KEEP =
      """
      WITH changed AS MATERIALIZED (
        DELETE FROM pairs_changed RETURNING consumer_id, provider_id),
      """
          + STALE
          + """

      INSERT INTO pairs_kept AS k
        (consumer_id, provider_id, contract_id, judged_id, verification_id, success, lying)
      SELECT * FROM live
      ON CONFLICT (consumer_id, provider_id) DO UPDATE SET contract_id = EXCLUDED.contract_id,
        judged_id = EXCLUDED.judged_id, verification_id = EXCLUDED.verification_id,
        success = EXCLUDED.success, lying = EXCLUDED.lying
      WHERE (k.contract_id, k.judged_id, k.verification_id, k.success, k.lying) IS DISTINCT FROM
        (EXCLUDED.contract_id, EXCLUDED.judged_id, EXCLUDED.verification_id, EXCLUDED.success,
          EXCLUDED.lying)
      """;

  /// The contracts of what is in an environment, each against every version of its provider there.
  private static final String HERE =
      """
      WITH here AS MATERIALIZED (
        SELECT system_id, version_id FROM deployed_versions
        WHERE environment_id = :environment AND undeployed_at IS NULL
        UNION
        SELECT system_id, version_id FROM released_versions
        WHERE environment_id = :environment AND support_ended_at IS NULL),
      needs AS MATERIALIZED (
        SELECT need.* FROM here CROSS JOIN LATERAL (
          SELECT u.version_id, u.consumer_id, u.provider_id, u.content_id FROM publications u
          WHERE u.version_id = here.version_id AND u.is_current AND u.consumer_id = here.system_id
          OFFSET 0) need),
      shown AS (
        SELECT c.name AS consumer, c.owner AS consumer_owner, p.name AS provider,
          p.owner AS provider_owner, u.version_id AS contract_id, met.version_id AS judged_id,
          l.verification_id, l.success, drift.lying
        FROM needs u
        JOIN systems c ON c.id = u.consumer_id
        JOIN systems p ON p.id = u.provider_id
        LEFT JOIN here met ON met.system_id = u.provider_id
        LEFT JOIN LATERAL (
          SELECT v.verification_id, v.success FROM latest_verifications v
          WHERE v.content_id = u.content_id AND v.provider_version_id = met.version_id
          LIMIT 1) l ON true
        {lying}
        WHERE CAST(:team AS text) IS NULL OR c.owner = :team OR p.owner = :team
        ORDER BY l.success IS NOT FALSE, l.success IS TRUE, drift.lying IS NULL, consumer, provider,
          u.version_id, met.version_id
        LIMIT :limit)
      {shown}
      """
          .replace("{lying}", LYING.formatted("u.version_id", "met.version_id", "l.success"))
          .replace("{shown}", SHOWN);

  private final Handle handle;

  private final Remembered remembered;

  /// One that reads everything anew.
  PairStore(Handle handle) {
    this(handle, new Remembered());
  }

  PairStore(Handle handle, Remembered remembered) {
    this.handle = handle;
    this.remembered = remembered;
  }

  /// @param filter ours, never a text of a client
  private static String newest(String filter) {
    return NEWEST.replace("{filter}", filter);
  }

  /// All pairs, or those of which a side is a team's.
  List<Pairing> all(Optional<String> team, int limit) {
    return remembered.get(
        handle,
        List.of("all", team, limit),
        () -> read(handle.createQuery(KEPT).bind("team", team.orElse(null)), false, limit));
  }

  /// All pairs, worked out without what is kept.
  List<Pairing> workedOut(int limit) {
    return read(handle.createQuery(newest("true")), false, limit);
  }

  /// Keeps how the pairs stand that something was written about, unless another server is at it.
  ///
  /// @return whether there may be more to do
  static boolean keep(Handle handle) {
    boolean isOurs =
        handle
            .createQuery("SELECT pg_try_advisory_xact_lock(:keeping)")
            .bind("keeping", KEEPING)
            .mapTo(Boolean.class)
            .one();
    return isOurs && handle.createUpdate(KEEP).execute() > 0;
  }

  /// Whether nothing was written about any pair since.
  static boolean isKept(Handle handle) {
    return handle
        .createQuery("SELECT NOT EXISTS (SELECT 1 FROM pairs_changed)")
        .mapTo(Boolean.class)
        .one();
  }

  /// What a system needs of others.
  List<Pairing> needs(long system, int limit) {
    return read(
        handle.createQuery(newest("i.consumer_id = :system")).bind("system", system), false, limit);
  }

  /// What others need of a system.
  List<Pairing> users(long system, int limit) {
    return read(
        handle.createQuery(newest("i.provider_id = :system")).bind("system", system), false, limit);
  }

  /// Those that meet in an environment.
  List<Pairing> meeting(long environment, Optional<String> team, int limit) {
    return remembered.get(
        handle,
        List.of(environment, team, limit),
        () ->
            read(
                handle
                    .createQuery(HERE)
                    .bind("environment", environment)
                    .bind("team", team.orElse(null)),
                true,
                limit));
  }

  /// One more than the limit, so that the page can say that there is more.
  private static List<Pairing> read(Query query, boolean isPlaced, int limit) {
    return query.bind("limit", limit + 1).map((row, _) -> pairing(row, isPlaced)).list();
  }

  private static Pairing pairing(ResultSet row, boolean isPlaced) throws SQLException {
    Optional<Instant> at = Columns.optionalInstant(row, "verified_at");
    boolean success = row.getBoolean("success");
    String method = row.getString("method");
    Pairing.Party consumer = party(row, "consumer");
    Pairing.Party provider = party(row, "provider");
    Optional<String> lying =
        Optional.ofNullable(row.getString("lying"))
            .map(side -> side.equals("c") ? consumer.name() : provider.name());
    return new Pairing(
        consumer,
        provider,
        Optional.ofNullable(row.getString("contract_of")),
        Optional.ofNullable(row.getString("verified_by")),
        isPlaced,
        at.map(time -> new Pairing.Verified(success, method, time)),
        lying);
  }

  private static Pairing.Party party(ResultSet row, String side) throws SQLException {
    return new Pairing.Party(
        row.getString(side), Optional.ofNullable(row.getString(side + "_owner")));
  }
}
