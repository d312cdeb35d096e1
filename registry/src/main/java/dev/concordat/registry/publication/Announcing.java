package dev.concordat.registry.publication;

import dev.concordat.registry.contract.ContractStore;
import dev.concordat.registry.contract.Events;
import dev.concordat.registry.contract.Notice;
import dev.concordat.registry.contract.Outcome;
import dev.concordat.registry.contract.Publishing;
import dev.concordat.registry.contract.VerificationPublishing;
import dev.concordat.registry.link.Links;
import dev.concordat.registry.notify.Unproved;
import dev.concordat.registry.store.Database;
import dev.concordat.registry.store.PactRow;
import dev.concordat.registry.store.Publications;
import dev.concordat.registry.store.Systems;
import dev.concordat.registry.store.Verifications;
import dev.concordat.registry.store.VersionRow;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Keeps what a version of a system says, and compares pacts with the provider contracts that they will meet. What was shown
/// counts like a verification; a replay against the running provider is stronger and is never replaced.
final class Announcing {
  private static final String TOOL = "{\"implementation\":\"Concordat\",\"version\":\"agree\"}";
  private static final int MAX_PAIRS = 1_000;

  private final Database database;
  private final Clock clock;
  private final Events events;

  Announcing(Database database, Clock clock, Events events) {
    this.database = database;
    this.clock = clock;
    this.events = events;
  }

  /// What came of it.
  sealed interface Announced {}

  /// It is kept.
  record Kept(VersionRow version, List<PactRow> pacts, List<Notice> notices) implements Announced {
    Kept {
      pacts = List.copyOf(pacts);
      notices = List.copyOf(notices);
    }
  }

  /// It is no contract that a provider publishes; nothing is kept.
  record Unreadable(String message) implements Announced {}

  /// The version said something else before; nothing is kept.
  record Refused(String message) implements Announced {}

  /// A publication that changes what was said before.
  private static final class Changed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Changed(String message) {
      super(message);
    }
  }

  Announced announce(Announcement said, Links links) {
    Map<Announcement.Named, Provided> read = new LinkedHashMap<>();
    for (Announcement.Named named : said.provides()) {
      Provided provided = Provided.read(named.name(), named.bytes());
      if (provided.kind().isEmpty()) {
        return new Unreadable(
            named.name()
                + " is no contract that a provider publishes: "
                + provided.error().orElse(provided.contract().kind().label()));
      }
      read.put(named, provided);
    }
    try {
      Kept kept = database.write(handle -> keep(handle, said, read, links));
      List<Notice> notices = new ArrayList<>(kept.notices());
      notices.addAll(compare(kept, links, said.version().buildUrl()));
      database.write(
          handle -> {
            new Unproved(handle, clock).published(kept.version(), links.base());
            return true;
          });
      return new Kept(kept.version(), kept.pacts(), notices);
    } catch (Changed changed) {
      return new Refused(String.valueOf(changed.getMessage()));
    }
  }

  private Kept keep(
      Handle handle, Announcement said, Map<Announcement.Named, Provided> read, Links links) {
    var outcome = new Publishing(handle, events, links, clock.instant()).publish(said.version());
    return switch (outcome) {
      case Outcome.Refused(List<Notice> notices) ->
          throw new Changed(String.join("\n", notices.stream().map(Notice::text).toList()));
      case Outcome.Published published -> {
        List<Notice> notices = new ArrayList<>(published.notices());
        said.owner()
            .ifPresent(
                owner ->
                    new Systems(handle).own(published.version().systemId(), Optional.of(owner)));
        read.forEach(
            (named, provided) -> {
              String kind = provided.kind().orElseThrow();
              if (!new ProviderContracts(handle)
                  .add(published.version(), kind, named, provided.digest(), clock.instant())) {
                throw new Changed(
                    said.version().consumer()
                        + " "
                        + said.version().number()
                        + " published another "
                        + provided.contract().kind().label()
                        + " contract before: "
                        + named.name()
                        + " is refused. Give what changed a version of its own.");
              }
              notices.add(
                  new Notice(
                      "success",
                      provided.contract().kind().label() + " " + named.name() + " published."));
              provided
                  .error()
                  .ifPresent(
                      error -> notices.add(new Notice("warning", named.name() + ": " + error)));
            });
        said.proofs().forEach(proof -> keep(handle, published.version(), proof, said));
        yield new Kept(published.version(), published.pacts(), notices);
      }
    };
  }

  private void keep(
      Handle handle, VersionRow version, Announcement.Proof proof, Announcement said) {
    handle
        .createUpdate(
            "INSERT INTO proofs (version_id, kind, success, report, build_url, created_at) VALUES"
                + " (:version, :kind, :success, CAST(:report AS jsonb), :url, :now)")
        .bind("version", version.id())
        .bind("kind", proof.kind())
        .bind("success", proof.success())
        .bind("report", proof.report())
        .bind("url", said.version().buildUrl().orElse(null))
        .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
        .execute();
  }

  /// A pact and one version of its provider.
  private record Meeting(
      PactRow pact, String providerVersion, List<ProviderContracts.Kept> contracts) {}

  private List<Notice> compare(Kept kept, Links links, Optional<String> buildUrl) {
    List<Notice> notices = new ArrayList<>();
    for (Meeting meeting : database.read(handle -> meetings(handle, kept))) {
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
          database.write(
              handle ->
                  new VerificationPublishing(handle, events, links, clock.instant())
                      .publish(
                          pact,
                          meeting.providerVersion(),
                          new Verifications.Result(
                              fits,
                              buildUrl,
                              Optional.of(results),
                              Optional.of(TOOL),
                              false,
                              false,
                              "comparison")));
          notices.add(
              new Notice(fits ? "success" : "danger", who + (fits ? ": fits" : ": BREAKS")));
        }
      }
    }
    return notices;
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
  private static List<Meeting> meetings(Handle handle, Kept kept) {
    List<Meeting> meetings = new ArrayList<>();
    ProviderContracts contracts = new ProviderContracts(handle);
    VersionRow version = kept.version();
    List<ProviderContracts.Kept> own = contracts.of(version.systemId(), version.id());
    if (!own.isEmpty()) {
      for (PactRow pact : facing(handle, version.systemId())) {
        if (!isVerified(handle, pact.contentId(), version.id())) {
          meetings.add(new Meeting(pact, version.number(), own));
        }
      }
    }
    for (PactRow pact : kept.pacts()) {
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
