package dev.concordat.registry.publication;

import dev.concordat.registry.contract.Events;
import dev.concordat.registry.contract.NearName;
import dev.concordat.registry.contract.Notice;
import dev.concordat.registry.contract.Outcome;
import dev.concordat.registry.contract.Publishing;
import dev.concordat.registry.contract.PublishingRules;
import dev.concordat.registry.link.Links;
import dev.concordat.registry.store.Database;
import dev.concordat.registry.store.Systems;
import dev.concordat.registry.store.VersionRow;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Keeps what a version of a system says, and has it compared. What is to be compared is noted in the same transaction, so that
/// another server does it when this one dies.
final class Announcing {
  private final Database database;
  private final Clock clock;
  private final Events events;
  private final PublishingRules rules;

  Announcing(Database database, Clock clock, Events events, PublishingRules rules) {
    this.rules = rules;
    this.database = database;
    this.clock = clock;
    this.events = events;
  }

  /// What came of it.
  sealed interface Announced {}

  /// It is kept.
  record Kept(VersionRow version, List<Notice> notices) implements Announced {
    Kept {
      notices = List.copyOf(notices);
    }
  }

  /// It is no contract that a provider publishes; nothing is kept.
  record Unreadable(String message) implements Announced {}

  /// The version said something else before; nothing is kept.
  record Refused(String message) implements Announced {}

  /// What is kept, and what is to be done with it.
  private record Written(Kept kept, Optional<Due> due) {}

  /// A publication that changes what was said before.
  private static final class Changed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Changed(String message) {
      super(message);
    }
  }

  /// What is said now: it is compared, and those are told whom it concerns.
  Announced announce(Announcement said, Links links) {
    return announce(said, links, clock.instant(), true);
  }

  /// What was said elsewhere before: it takes effect as of then, and whoever had to know was told there.
  Announced remember(Announcement said, Links links, Instant then) {
    return announce(said, links, then, false);
  }

  private Announced announce(Announcement said, Links links, Instant time, boolean isNews) {
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
      Written written = database.write(handle -> keep(handle, said, read, links, time, isNews));
      List<Notice> notices = new ArrayList<>(written.kept().notices());
      written
          .due()
          .ifPresent(due -> notices.addAll(new Comparing(database, clock, events).finish(due)));
      return new Kept(written.kept().version(), notices);
    } catch (Changed changed) {
      return new Refused(String.valueOf(changed.getMessage()));
    }
  }

  private Written keep(
      Handle handle,
      Announcement said,
      Map<Announcement.Named, Provided> read,
      Links links,
      Instant time,
      boolean isNews) {
    var outcome =
        new Publishing(handle, isNews ? events : Events.NONE, links, time, rules)
            .publish(said.version());
    return switch (outcome) {
      case Outcome.Refused(List<Notice> notices, List<NearName> near) -> {
        List<String> told = new ArrayList<>(notices.stream().map(Notice::text).toList());
        // Those that end the list are about names, in the words of another dialect.
        told.subList(told.size() - near.size(), told.size()).clear();
        near.forEach(each -> told.add(each.plain(links)));
        throw new Changed(String.join("\n", told));
      }
      case Outcome.Published published -> {
        List<Notice> notices = new ArrayList<>(published.notices());
        said.owner()
            .ifPresent(
                owner ->
                    new Systems(handle).own(published.version().systemId(), Optional.of(owner)));
        read.forEach(
            (named, provided) -> {
              String kind = provided.kind().orElseThrow();
              var added =
                  new ProviderContracts(handle)
                      .add(
                          published.version(),
                          kind,
                          named,
                          provided.digest(),
                          time,
                          rules.mayChange());
              if (added == ProviderContracts.Added.REFUSED) {
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
              if (added == ProviderContracts.Added.CHANGED) {
                notices.add(
                    new Notice(
                        "warning",
                        named.name()
                            + " says something else than "
                            + said.version().consumer()
                            + " "
                            + said.version().number()
                            + " said before: what was answered about that version may no longer be true."));
              }
              provided
                  .error()
                  .ifPresent(
                      error -> notices.add(new Notice("warning", named.name() + ": " + error)));
            });
        said.proofs().forEach(proof -> keep(handle, published.version(), proof, said, time));
        Optional<Due> due =
            isNews
                ? Optional.of(
                    new DueStore(handle)
                        .add(published.version(), links.base(), said.version().buildUrl(), time))
                : Optional.empty();
        yield new Written(new Kept(published.version(), notices), due);
      }
    };
  }

  private void keep(
      Handle handle,
      VersionRow version,
      Announcement.Proof proof,
      Announcement said,
      Instant time) {
    handle
        .createUpdate(
            "INSERT INTO proofs (version_id, kind, success, report, build_url, created_at) VALUES"
                + " (:version, :kind, :success, CAST(:report AS jsonb), :url, :now)")
        .bind("version", version.id())
        .bind("kind", proof.kind())
        .bind("success", proof.success())
        .bind("report", proof.report())
        .bind("url", said.version().buildUrl().orElse(null))
        .bind("now", time.atOffset(ZoneOffset.UTC))
        .execute();
  }
}
