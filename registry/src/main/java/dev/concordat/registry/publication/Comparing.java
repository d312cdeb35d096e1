package dev.concordat.registry.publication;

import dev.concordat.registry.contract.ContractStore;
import dev.concordat.registry.contract.Events;
import dev.concordat.registry.contract.Notice;
import dev.concordat.registry.contract.VerificationPublishing;
import dev.concordat.registry.link.Links;
import dev.concordat.registry.notify.Unproved;
import dev.concordat.registry.store.Database;
import dev.concordat.registry.store.PactRow;
import dev.concordat.registry.store.Publications;
import dev.concordat.registry.store.Verifications;
import dev.concordat.registry.store.VersionRow;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Compares pacts with the provider contracts that they will meet. What was shown counts like a verification; a replay against the
/// running provider is stronger and is never replaced.
public final class Comparing {
  private static final String TOOL = "{\"implementation\":\"Concordat\",\"version\":\"agree\"}";
  private static final int MAX_PAIRS = 1_000;

  private final Database database;
  private final Clock clock;
  private final Events events;

  /// @param events who is told what came of it
  public Comparing(Database database, Clock clock, Events events) {
    this.database = database;
    this.clock = clock;
    this.events = events;
  }

  /// A pact and one version of its provider.
  private record Meeting(
      PactRow pact, String providerVersion, List<ProviderContracts.Kept> contracts) {}

  /// Notes in the transaction of a publication that its pacts are to be compared; nothing where none of their providers
  /// provides a contract.
  ///
  /// @param base the address of the registry, as whoever published sees it
  public static Optional<Due> note(
      Handle handle, VersionRow version, List<PactRow> pacts, String base, Instant now) {
    ProviderContracts contracts = new ProviderContracts(handle);
    return pacts.stream().anyMatch(pact -> !contracts.met(pact.providerId()).isEmpty())
        ? Optional.of(new DueStore(handle).add(version, base, version.buildUrl(), now))
        : Optional.empty();
  }

  /// Compares, tells of the proofs that the publication took away, and ends with it. Where something breaks off in between, what
  /// was shown stays, and whoever takes it next does the rest.
  ///
  /// @return what the client is told of each pair
  public List<Notice> finish(Due due) {
    List<Notice> notices = compare(due);
    close(due);
    return notices;
  }

  /// Ends without comparing: what nothing is known of is told.
  void close(Due due) {
    database.write(
        handle -> {
          new Unproved(handle, clock).published(due.version(), due.base());
          new DueStore(handle).done(due);
          return due;
        });
  }

  private List<Notice> compare(Due due) {
    Links links = new Links(due.base());
    Instant kept = clock.instant();
    List<Notice> notices = new ArrayList<>();
    for (Meeting meeting : database.read(handle -> meetings(handle, due.version()))) {
      kept = keep(due, kept);
      PactRow pact = meeting.pact();
      String who =
          pact.consumer()
              + " "
              + pact.number()
              + " with "
              + pact.provider()
              + " "
              + meeting.providerVersion();
      Comparison comparison =
          selfVerified(meeting)
              .orElseGet(
                  () ->
                      Comparison.of(
                          pact.consumer(),
                          database.read(handle -> new ContractStore(handle).content(pact).bytes()),
                          meeting.contracts(),
                          LocalDate.now(clock)));
      switch (comparison) {
        case Comparison.Undecided(String reason) ->
            notices.add(
                new Notice("warning", who + ": not decided by comparison, because " + reason));
        case Comparison.Decided(boolean fits, String results) -> {
          publish(due, meeting, links, fits, results);
          notices.add(
              new Notice(fits ? "success" : "danger", who + (fits ? ": fits" : ": BREAKS")));
        }
      }
    }
    return notices;
  }

  /// Has it for longer, in time.
  private Instant keep(Due due, Instant kept) {
    Instant now = clock.instant();
    if (now.isBefore(kept.plus(DueStore.LEASE.dividedBy(3)))) {
      return kept;
    }
    database.write(
        handle -> {
          new DueStore(handle).keep(due, now);
          return due;
        });
    return now;
  }

  private void publish(Due due, Meeting meeting, Links links, boolean fits, String results) {
    database.write(
        handle -> {
          boolean isNew =
              !isVerified(
                  handle, meeting.pact().contentId(), meeting.contracts().getFirst().versionId());
          if (isNew) {
            var _ =
                new VerificationPublishing(handle, events, links, clock.instant())
                    .publish(
                        meeting.pact(),
                        meeting.providerVersion(),
                        new Verifications.Result(
                            fits,
                            due.buildUrl(),
                            Optional.of(results),
                            Optional.of(TOOL),
                            false,
                            false,
                            "comparison"));
          }
          return isNew;
        });
  }

  /// A contract that its own provider was shown not to keep promises nothing to anybody.
  private Optional<Comparison> selfVerified(Meeting meeting) {
    long version = meeting.contracts().getFirst().versionId();
    return database
        .read(
            handle ->
                handle
                    .createQuery(
                        "SELECT success FROM proofs WHERE version_id = :version AND kind = :kind"
                            + " ORDER BY id DESC LIMIT 1")
                    .bind("version", version)
                    .bind("kind", Announcement.SELF_VERIFICATION)
                    .mapTo(Boolean.class)
                    .findOne())
        .filter(success -> !success)
        .map(
            _ ->
                new Comparison.Decided(
                    false,
                    "[{\"success\":false,\"message\":\"the provider's own verification of its contract"
                        + " failed\"}]"));
  }

  /// The pairs that this publication makes new, but those that were replayed or compared already.
  private static List<Meeting> meetings(Handle handle, VersionRow version) {
    List<Meeting> meetings = new ArrayList<>();
    ProviderContracts contracts = new ProviderContracts(handle);
    List<ProviderContracts.Kept> own = contracts.of(version.systemId(), version.id());
    if (!own.isEmpty()) {
      for (PactRow pact : facing(handle, version.systemId())) {
        if (!isVerified(handle, pact.contentId(), version.id())) {
          meetings.add(new Meeting(pact, version.number(), own));
        }
      }
    }
    for (PactRow pact : new Publications(handle).of(version.id())) {
      Map<String, List<ProviderContracts.Kept>> byVersion = new LinkedHashMap<>();
      for (ProviderContracts.Kept met : contracts.met(pact.providerId())) {
        if (!isVerified(handle, pact.contentId(), met.versionId())) {
          byVersion.computeIfAbsent(met.number(), _ -> new ArrayList<>()).add(met);
        }
      }
      byVersion.forEach((number, provided) -> meetings.add(new Meeting(pact, number, provided)));
    }
    return meetings.stream().limit(MAX_PAIRS).toList();
  }

  /// What consumers need of a provider: the heads of their branches, and what runs somewhere; each content once.
  private static List<PactRow> facing(Handle handle, long provider) {
    List<Long> ids =
        handle
            .createQuery(
                """
                SELECT max(p.id) FROM publications p
                WHERE p.provider_id = :provider AND p.consumer_id IS NOT NULL AND p.is_current
                  AND (p.version_id IN (SELECT head_version_id FROM branches WHERE system_id = p.consumer_id)
                    OR p.version_id IN (SELECT version_id FROM deployed_versions
                      WHERE system_id = p.consumer_id AND undeployed_at IS NULL)
                    OR p.version_id = (SELECT max(version_id) FROM publications q
                      WHERE q.consumer_id = p.consumer_id AND q.provider_id = :provider AND q.is_current))
                GROUP BY p.content_id ORDER BY 1
                """)
            .bind("provider", provider)
            .mapTo(Long.class)
            .list();
    return ids.stream().flatMap(id -> new Publications(handle).find(id).stream()).toList();
  }

  private static boolean isVerified(Handle handle, long content, long version) {
    return handle
        .createQuery(
            "SELECT EXISTS (SELECT 1 FROM latest_verifications WHERE content_id = :content AND"
                + " provider_version_id = :version)")
        .bind("content", content)
        .bind("version", version)
        .mapTo(Boolean.class)
        .one();
  }
}
