package dev.concordat.registry.gate;

import dev.concordat.registry.gate.Rows.Met;
import dev.concordat.registry.gate.Rows.Proof;
import dev.concordat.registry.store.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Reads why pairs broke: what failed, and whose change it was. All pairs of a decision are read at once.
final class Failures {
  /// The newest earlier version of the provider that kept the content and the first one after it that did not; where there
  /// is none, the newest earlier version of the consumer whose content is kept, and the first failure.
  private static final String BLAME =
      """
      SELECT a.ord, g.number AS good, b.number AS bad, b.verified_at AS bad_at, k.number AS kept,
        f.verified_at AS first_at
      FROM unnest(:contents, :providers, :systems, :consumers) WITH ORDINALITY
        AS a(content_id, provider_id, system_id, consumer_id, ord)
      LEFT JOIN LATERAL (
        SELECT l.provider_version_id AS id, v.number FROM latest_verifications l
        JOIN versions v ON v.id = l.provider_version_id
        WHERE l.content_id = a.content_id AND l.provider_version_id < a.provider_id AND l.success
        ORDER BY l.provider_version_id DESC LIMIT 1) g ON true
      LEFT JOIN LATERAL (
        SELECT v.number, x.verified_at FROM latest_verifications l
        JOIN versions v ON v.id = l.provider_version_id
        JOIN verifications x ON x.id = l.verification_id
        WHERE l.content_id = a.content_id AND l.provider_version_id > g.id
          AND l.provider_version_id <= a.provider_id AND NOT l.success
        ORDER BY l.provider_version_id LIMIT 1) b ON true
      LEFT JOIN LATERAL (
        SELECT v.number FROM latest_verifications l
        JOIN publications p ON p.content_id = l.content_id AND p.is_current
        JOIN versions v ON v.id = p.version_id
        WHERE g.id IS NULL AND l.provider_version_id = a.provider_id AND l.success
          AND p.consumer_id = a.system_id AND p.version_id < a.consumer_id
        ORDER BY p.version_id DESC LIMIT 1) k ON true
      LEFT JOIN LATERAL (
        SELECT x.verified_at FROM verifications x
        WHERE g.id IS NULL AND x.content_id = a.content_id AND NOT x.success
        ORDER BY x.number LIMIT 1) f ON true
      ORDER BY a.ord
      """;

  private final Map<Long, List<Failure>> details;
  private final Map<Met, Blame> blames;

  private Failures(Map<Long, List<Failure>> details, Map<Met, Blame> blames) {
    this.details = details;
    this.blames = blames;
  }

  /// @param broken the pairs with their proofs
  static Failures read(Handle handle, World world, Map<Met, Proof> broken) {
    return broken.isEmpty()
        ? new Failures(Map.of(), Map.of())
        : new Failures(
            details(handle, broken), blames(handle, world, List.copyOf(broken.keySet())));
  }

  /// A proof with what failed in it.
  Evidence evidence(Proof proof) {
    return new Evidence(
        proof.number(),
        proof.success(),
        proof.verifiedAt(),
        proof.method(),
        proof.buildUrl(),
        details.getOrDefault(proof.id(), List.of()));
  }

  Blame blame(Met met) {
    Blame blame = blames.get(met);
    if (blame == null) {
      throw new IllegalStateException("a pair that was not read");
    }
    return blame;
  }

  private static Map<Long, List<Failure>> details(Handle handle, Map<Met, Proof> broken) {
    Map<Long, List<Failure>> details = new HashMap<>();
    handle
        .createQuery(
            """
            SELECT x.id, x.test_results::text AS results, c.bytes
            FROM verifications x JOIN contents c ON c.id = x.content_id
            WHERE x.id = ANY(:ids) AND x.test_results IS NOT NULL
            """)
        .bindArray("ids", Long.class, broken.values().stream().map(Proof::id).distinct().toList())
        .map(
            (row, _) ->
                details.put(
                    row.getLong("id"),
                    TestResults.failures(
                        Optional.of(row.getString("results")), row.getBytes("bytes"))))
        .list();
    return details;
  }

  private static Map<Met, Blame> blames(Handle handle, World world, List<Met> broken) {
    Map<Met, Blame> blames = new HashMap<>();
    handle
        .createQuery(BLAME)
        .bindArray("contents", Long.class, ids(broken, met -> met.need().contentId()))
        .bindArray("providers", Long.class, ids(broken, met -> met.provider().id()))
        .bindArray("systems", Long.class, ids(broken, met -> met.consumer().systemId()))
        .bindArray("consumers", Long.class, ids(broken, met -> met.consumer().id()))
        .map(
            (row, _) -> {
              Met met = broken.get((int) row.getLong("ord") - 1);
              return blames.put(met, blame(row, world, met));
            })
        .list();
    return blames;
  }

  private static Blame blame(ResultSet row, World world, Met met) throws SQLException {
    @Nullable String good = row.getString("good");
    @Nullable String bad = row.getString("bad");
    @Nullable Instant badAt = Columns.optionalInstant(row, "bad_at").orElse(null);
    if (good != null && bad != null && badAt != null) {
      String system = world.name(met.provider().systemId());
      return new Blame.ProviderChanged(
          new SystemVersion(system, good), new SystemVersion(system, bad), badAt);
    }
    @Nullable String kept = row.getString("kept");
    return kept == null
        ? new Blame.NeverHeld(Columns.optionalInstant(row, "first_at"))
        : new Blame.ConsumerChanged(
            new SystemVersion(world.name(met.consumer().systemId()), kept),
            met.need().publishedAt());
  }

  private static List<Long> ids(List<Met> broken, Function<Met, Long> id) {
    return broken.stream().map(id).toList();
  }
}
