package dev.concordat.registry.gate;

import dev.concordat.registry.gate.Rows.Need;
import dev.concordat.registry.gate.Rows.Proof;
import dev.concordat.registry.gate.Rows.VersionRow;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Reads why a pair broke: what failed, and whose change it was.
final class Failures {
  private final Handle handle;

  Failures(Handle handle) {
    this.handle = handle;
  }

  /// A proof with what failed in it.
  Evidence evidence(Proof proof) {
    List<Failure> failures = proof.success() ? List.of() : details(proof);
    return new Evidence(
        proof.number(),
        proof.success(),
        proof.verifiedAt(),
        proof.method(),
        proof.buildUrl(),
        failures);
  }

  private List<Failure> details(Proof proof) {
    return handle
        .createQuery(
            """
            SELECT x.test_results::text AS results, c.bytes
            FROM verifications x JOIN contents c ON c.id = x.content_id WHERE x.id = :id
            """)
        .bind("id", proof.id())
        .map(
            (row, _) ->
                TestResults.failures(
                    Optional.ofNullable(row.getString("results")), row.getBytes("bytes")))
        .one();
  }

  /// Whose change broke the pair, from the newest verifications before.
  Blame blame(VersionRow consumer, VersionRow provider, Need need, Pair pair) {
    Optional<VersionRow> good = lastGoodProvider(need.contentId(), provider.id());
    if (good.isPresent()) {
      Seen bad = firstBad(need.contentId(), good.get().id(), provider.id());
      String system = pair.provider().version().system();
      return new Blame.ProviderChanged(
          new SystemVersion(system, good.get().number()),
          new SystemVersion(system, bad.number()),
          bad.at());
    }
    Optional<String> keptConsumer = lastGoodConsumer(consumer, provider);
    if (keptConsumer.isPresent()) {
      return new Blame.ConsumerChanged(
          new SystemVersion(pair.consumer().version().system(), keptConsumer.get()),
          need.publishedAt());
    }
    return new Blame.NeverHeld(firstFailure(need.contentId()));
  }

  private Optional<VersionRow> lastGoodProvider(long contentId, long providerVersionId) {
    return handle
        .createQuery(
            """
            SELECT v.id, v.system_id, v.number FROM latest_verifications l
            JOIN versions v ON v.id = l.provider_version_id
            WHERE l.content_id = :content AND l.provider_version_id < :version AND l.success
            ORDER BY l.provider_version_id DESC LIMIT 1
            """)
        .bind("content", contentId)
        .bind("version", providerVersionId)
        .map((row, _) -> GateStore.versionRow(row))
        .findOne();
  }

  private record Seen(String number, Instant at) {}

  /// The first version after a good one that failed; the version of the pair is one.
  private Seen firstBad(long contentId, long goodId, long providerVersionId) {
    return handle
        .createQuery(
            """
            SELECT v.number, x.verified_at FROM latest_verifications l
            JOIN versions v ON v.id = l.provider_version_id
            JOIN verifications x ON x.id = l.verification_id
            WHERE l.content_id = :content AND l.provider_version_id > :good
              AND l.provider_version_id <= :version AND NOT l.success
            ORDER BY l.provider_version_id LIMIT 1
            """)
        .bind("content", contentId)
        .bind("good", goodId)
        .bind("version", providerVersionId)
        .map(
            (row, _) ->
                new Seen(
                    row.getString("number"),
                    row.getObject("verified_at", OffsetDateTime.class).toInstant()))
        .one();
  }

  private Optional<String> lastGoodConsumer(VersionRow consumer, VersionRow provider) {
    return handle
        .createQuery(
            """
            SELECT v.number FROM latest_verifications l
            JOIN publications p ON p.content_id = l.content_id AND p.is_current
            JOIN versions v ON v.id = p.version_id
            WHERE l.provider_version_id = :provider AND l.success
              AND p.consumer_id = :system AND p.version_id < :consumer
            ORDER BY p.version_id DESC LIMIT 1
            """)
        .bind("provider", provider.id())
        .bind("system", consumer.systemId())
        .bind("consumer", consumer.id())
        .mapTo(String.class)
        .findOne();
  }

  private Optional<Instant> firstFailure(long contentId) {
    return handle
        .createQuery(
            "SELECT verified_at FROM verifications WHERE content_id = :content AND NOT success "
                + "ORDER BY number LIMIT 1")
        .bind("content", contentId)
        .map((row, _) -> row.getObject("verified_at", OffsetDateTime.class).toInstant())
        .findOne();
  }
}
