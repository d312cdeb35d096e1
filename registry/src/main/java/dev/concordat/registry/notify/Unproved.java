package dev.concordat.registry.notify;

import dev.concordat.model.json.JsonText;
import dev.concordat.registry.link.Links;
import dev.concordat.registry.store.PactRow;
import dev.concordat.registry.store.Publications;
import dev.concordat.registry.store.VersionRow;
import dev.concordat.report.json.Members;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Opens an incident when a new head of a main branch takes away a proof: the version before it was proved with a
/// counterpart, and of the new one nothing is known. The first verification of the pair ends it, whatever it says; what fails
/// has an incident of its own.
public final class Unproved {
  static final String RULE = "registry/verification-missing";

  /// What consumers' main branches need and the version before this one kept, but of this one nobody knows.
  private static final String AS_PROVIDER =
      """
      SELECT p.id, v.number FROM branches b
      JOIN systems s ON s.id = b.system_id AND s.main_branch = b.name
      JOIN versions v ON v.id = b.head_version_id
      JOIN integrations i ON i.provider_id = s.id
      JOIN systems c ON c.id = i.consumer_id
      JOIN branches h ON h.system_id = c.id AND h.name = c.main_branch
      JOIN publications p ON p.version_id = h.head_version_id AND p.consumer_id = c.id
        AND p.provider_id = s.id AND p.is_current
      JOIN latest_verifications l ON l.content_id = p.content_id AND l.success
        AND l.provider_version_id = (SELECT max(o.version_id) FROM branch_versions o
          WHERE o.branch_id = b.id AND o.version_id < b.head_version_id)
      WHERE b.head_version_id = :version AND NOT EXISTS (
        SELECT 1 FROM latest_verifications n
        WHERE n.content_id = p.content_id AND n.provider_version_id = b.head_version_id)
      ORDER BY p.id LIMIT :limit
      """;

  /// What this version needs and nobody knows of the head of the provider's main branch, which kept what the version before
  /// needed.
  private static final String AS_CONSUMER =
      """
      SELECT p.id, v.number FROM branches b
      JOIN systems s ON s.id = b.system_id AND s.main_branch = b.name
      JOIN publications p ON p.version_id = b.head_version_id AND p.consumer_id = s.id
        AND p.is_current
      JOIN systems q ON q.id = p.provider_id
      JOIN branches h ON h.system_id = q.id AND h.name = q.main_branch
      JOIN versions v ON v.id = h.head_version_id
      JOIN publications o ON o.consumer_id = s.id AND o.provider_id = q.id AND o.is_current
        AND o.version_id = (SELECT max(w.version_id) FROM branch_versions w
          WHERE w.branch_id = b.id AND w.version_id < b.head_version_id)
      JOIN latest_verifications l ON l.content_id = o.content_id AND l.success
        AND l.provider_version_id = h.head_version_id
      WHERE b.head_version_id = :version AND NOT EXISTS (
        SELECT 1 FROM latest_verifications n
        WHERE n.content_id = p.content_id AND n.provider_version_id = h.head_version_id)
      ORDER BY p.id LIMIT :limit
      """;

  /// More pairs of one publication are not told of.
  private static final int MAX_PAIRS = 200;

  private final Handle handle;
  private final Clock clock;

  /// @param handle of a transaction that sees the publication
  public Unproved(Handle handle, Clock clock) {
    this.handle = handle;
    this.clock = clock;
  }

  /// A pact and the version of its provider that nobody verified it with.
  private record Lost(long publication, String providerVersion) {}

  /// Tells both sides of every proof that this version took away. Doing it again changes nothing.
  ///
  /// @param base the address of the registry, as whoever published sees it
  public void published(VersionRow version, String base) {
    for (String sql : List.of(AS_PROVIDER, AS_CONSUMER)) {
      List<Lost> lost =
          handle
              .createQuery(sql)
              .bind("version", version.id())
              .bind("limit", MAX_PAIRS)
              .map((row, _) -> new Lost(row.getLong("id"), row.getString("number")))
              .list();
      for (Lost one : lost) {
        new Publications(handle)
            .find(one.publication())
            .ifPresent(pact -> open(pact, one.providerVersion(), version.systemId(), base));
      }
    }
  }

  private void open(PactRow pact, String providerVersion, long changed, String base) {
    IncidentStore store = new IncidentStore(handle);
    String cause = cause(pact, changed);
    store.lock(cause);
    String title =
        pact.provider()
            + " "
            + providerVersion
            + " was not verified with what "
            + pact.consumer()
            + " "
            + pact.number()
            + " needs";
    new Alarm(handle, pact, base, clock.instant())
        .raise(
            IncidentStore.Opening.of(
                cause, RULE, pact, title, evidence(pact, providerVersion, base)),
            store.newest(cause),
            () -> Telling.owner(handle, changed));
  }

  /// Ends what a verification settles. It counts only when both sides are of their main branches' heads.
  ///
  /// @param providerVersionId of the version that verified
  void verified(PactRow pact, long providerVersionId, boolean success, String base) {
    IncidentStore store = new IncidentStore(handle);
    for (long changed : List.of(pact.providerId(), pact.consumerId())) {
      String cause = cause(pact, changed);
      if (store.newest(cause).filter(Incident::isOpen).isPresent()
          && isHead(pact, providerVersionId)) {
        store.lock(cause);
        store
            .newest(cause)
            .filter(Incident::isOpen)
            .ifPresent(open -> close(pact, open, success, base));
      }
    }
  }

  private void close(PactRow pact, Incident open, boolean success, String base) {
    Instant now = clock.instant();
    Incident closed =
        new IncidentStore(handle).change(open, open.title(), open.evidence(), false, 0, now);
    if (success) {
      Telling.tell(handle, pact, base, Message.Transition.CLOSED, closed, now);
    }
  }

  private boolean isHead(PactRow pact, long providerVersionId) {
    return handle
        .createQuery(
            """
            SELECT EXISTS (
              SELECT 1 FROM systems q
              JOIN branches h ON h.system_id = q.id AND h.name = q.main_branch
                AND h.head_version_id = :verifier
              JOIN systems s ON s.id = :consumer
              JOIN branches b ON b.system_id = s.id AND b.name = s.main_branch
              JOIN publications p ON p.version_id = b.head_version_id AND p.is_current
                AND p.consumer_id = s.id AND p.provider_id = q.id AND p.content_id = :content
              WHERE q.id = :provider)
            """)
        .bind("verifier", providerVersionId)
        .bind("consumer", pact.consumerId())
        .bind("content", pact.contentId())
        .bind("provider", pact.providerId())
        .mapTo(Boolean.class)
        .one();
  }

  /// The pair and who of it changed: each side answers for its own changes.
  private static String cause(PactRow pact, long changed) {
    return "unproved " + pact.consumerId() + " " + pact.providerId() + " by " + changed;
  }

  private static String evidence(PactRow pact, String providerVersion, String base) {
    return JsonText.compact(
        new Members()
            .put("consumerVersion", pact.number())
            .put("providerVersion", providerVersion)
            .put(
                "witness",
                "The versions before were proved; of these two nothing is known. Verify the pact with "
                    + pact.provider()
                    + " "
                    + providerVersion
                    + ", or publish the contract that it provides.")
            .put("pact", new Links(base).pact(pact.provider(), pact.consumer(), pact.number()))
            .object());
  }
}
