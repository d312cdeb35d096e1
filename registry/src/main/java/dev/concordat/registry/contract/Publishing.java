package dev.concordat.registry.contract;

import dev.concordat.registry.contract.Publication.Conflict;
import dev.concordat.registry.contract.Publication.Said;
import dev.concordat.registry.link.Links;
import dev.concordat.registry.store.Branches;
import dev.concordat.registry.store.ContentRow;
import dev.concordat.registry.store.Contents;
import dev.concordat.registry.store.Integrations;
import dev.concordat.registry.store.PactRow;
import dev.concordat.registry.store.Publications;
import dev.concordat.registry.store.SystemRow;
import dev.concordat.registry.store.Systems;
import dev.concordat.registry.store.TagRow;
import dev.concordat.registry.store.VersionRow;
import dev.concordat.registry.store.Versions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/// Publishes contracts. Doing the same again changes nothing; saying something else under the same version is refused,
/// because what was answered about the version would no longer be true.
public final class Publishing {
  private final Handle handle;
  private final Events events;
  private final Links links;
  private final Instant now;
  private final PublishingRules rules;

  /// By the rules that hold where nobody says otherwise.
  ///
  /// @param handle of a transaction that ends with the publication
  /// @param links as the client sees the registry
  public Publishing(Handle handle, Events events, Links links, Instant now) {
    this(handle, events, links, now, PublishingRules.STANDARD);
  }

  /// @param handle of a transaction that ends with the publication
  /// @param links as the client sees the registry
  public Publishing(Handle handle, Events events, Links links, Instant now, PublishingRules rules) {
    this.rules = rules;
    this.handle = handle;
    this.events = events;
    this.links = links;
    this.now = now;
  }

  /// Publishes all contracts or none.
  public Outcome publish(Publication publication) {
    TreeSet<String> names = new TreeSet<>(List.of(publication.consumer()));
    publication.contracts().forEach(said -> names.add(said.provider()));
    Map<String, SystemRow> known = new Systems(handle).named(names);
    List<NearName> near = rules.areNamesChecked() ? near(publication, known.keySet()) : List.of();
    Map<String, SystemRow> systems = new Systems(handle).ensure(known, names, now);
    SystemRow consumer = named(systems, publication.consumer());
    Versions versions = new Versions(handle);
    boolean isKnown = versions.find(consumer.id(), publication.number()).isPresent();
    VersionRow version = versions.ensure(consumer.id(), publication.number(), now);

    List<Notice> conflicts = conflicts(publication, systems, version);
    near.forEach(each -> conflicts.add(new Notice("error", each.dialect(links))));
    if (!conflicts.isEmpty()) {
      handle.rollback();
      return new Outcome.Refused(conflicts, near);
    }

    version = describe(publication, consumer, version, isKnown);
    List<TagRow> tags = tag(publication, consumer, version);
    List<Notice> notices = new ArrayList<>(PublishingNotices.ofVersion(publication, isKnown));
    List<PactRow> pacts = new ArrayList<>();
    boolean isNew = true;
    for (Said said : publication.contracts()) {
      SystemRow provider = named(systems, said.provider());
      Optional<PactRow> before = new Publications(handle).find(version.id(), provider.id());
      isNew &= before.isEmpty();
      PactRow pact = keep(said, before, consumer, provider, version);
      pacts.add(pact);
      notices.addAll(tell(publication, said, before, pact));
    }
    return new Outcome.Published(
        new Systems(handle).find(consumer.id()).orElseThrow(),
        version,
        tags,
        pacts,
        isNew,
        notices);
  }

  /// Of the systems that are new, the consumer first, those that are called nearly like a known one.
  private List<NearName> near(Publication publication, Set<String> known) {
    Set<String> unknown = new LinkedHashSet<>(List.of(publication.consumer()));
    publication.contracts().forEach(said -> unknown.add(said.provider()));
    unknown.removeAll(known);
    List<NearName> near = new ArrayList<>();
    if (!unknown.isEmpty()) {
      List<String> names = new Systems(handle).names();
      // Another publication may have made it since it was looked up.
      names.forEach(unknown::remove);
      for (String name : unknown) {
        List<String> alike = names.stream().filter(other -> NearName.isNear(name, other)).toList();
        if (!alike.isEmpty()) {
          near.add(new NearName(name, alike));
        }
      }
    }
    return near;
  }

  private static SystemRow named(Map<String, SystemRow> systems, String name) {
    SystemRow system = systems.get(name);
    if (system == null) {
      throw new IllegalStateException("the system was ensured");
    }
    return system;
  }

  private List<Notice> conflicts(
      Publication publication, Map<String, SystemRow> systems, VersionRow version) {
    List<Notice> conflicts = new ArrayList<>();
    for (Said said : publication.contracts()) {
      Optional<PactRow> before =
          new Publications(handle).find(version.id(), named(systems, said.provider()).id());
      if (!rules.mayChange()
          && said.conflict() == Conflict.REFUSE
          && before.isPresent()
          && !before.get().sha().equals(said.content().sha())) {
        PactContent old = new ContractStore(handle).content(before.get());
        conflicts.add(PublishingNotices.refused(publication, said));
        conflicts.add(
            new Notice("info", ContentDifference.of(old.document(), said.content().document())));
      }
    }
    return conflicts;
  }

  private VersionRow describe(
      Publication publication, SystemRow consumer, VersionRow version, boolean isKnown) {
    VersionRow described = version;
    Versions versions = new Versions(handle);
    if (publication.buildUrl().isPresent() && !publication.buildUrl().equals(version.buildUrl())) {
      if (isKnown) {
        described = versions.update(version.id(), publication.buildUrl(), now);
      } else {
        versions.buildUrl(version.id(), publication.buildUrl().get());
        described = versions.find(version.id()).orElseThrow();
      }
    }
    if (publication.branch().isPresent()) {
      new Branches(handle).add(described, publication.branch().get(), now);
      MainBranch.mentioned(handle, consumer, publication.branch().get(), now);
    }
    return described;
  }

  private List<TagRow> tag(Publication publication, SystemRow consumer, VersionRow version) {
    List<TagRow> tags = new ArrayList<>();
    for (String tag : publication.tags()) {
      SystemRow current = new Systems(handle).find(consumer.id()).orElseThrow();
      tags.add(Tagging.add(handle, current, version, tag, now));
    }
    return tags;
  }

  private PactRow keep(
      Said said,
      Optional<PactRow> before,
      SystemRow consumer,
      SystemRow provider,
      VersionRow version) {
    PactContent content = said.content();
    if (said.conflict() == Conflict.MERGE && before.isPresent()) {
      content = new ContractStore(handle).content(before.get()).merged(content);
    }
    ContentRow kept =
        new Contents(handle)
            .ensure(
                new Contents.New(
                    Optional.of(consumer.id()),
                    provider.id(),
                    "pact",
                    content.sha(),
                    content.digest(),
                    "application/json",
                    content.bytes()),
                now);
    new Integrations(handle).touch(consumer.id(), provider.id(), now);
    if (before.isPresent() && before.get().contentId() == kept.id()) {
      return before.get();
    }
    boolean isSameText = kept.bytes().equals(content.bytes());
    long id =
        new Publications(handle)
            .add(
                Optional.of(consumer.id()),
                provider.id(),
                version.id(),
                kept.id(),
                isSameText ? Optional.empty() : Optional.of(content.bytes()),
                now);
    return new Publications(handle).find(id).orElseThrow();
  }

  private List<Notice> tell(
      Publication publication, Said said, Optional<PactRow> before, PactRow pact) {
    List<Notice> notices = new ArrayList<>();
    notices.add(PublishingNotices.published(publication, said, before, pact));
    notices.add(
        new Notice(
            "debug",
            "  View the published pact at "
                + links.pact(pact.provider(), pact.consumer(), pact.number())));
    List<Event> happened = new PublicationEvents(handle, links).of(publication, before, pact);
    notices.add(PublishingNotices.events(happened));
    List<Notice> told = new ArrayList<>();
    for (Event event : happened) {
      told.addAll(events.happened(handle, event));
    }
    boolean hasWebhooks = PublishingNotices.hasWebhooks(handle, pact);
    if (told.isEmpty() && hasWebhooks) {
      told.add(new Notice("debug", "  No enabled webhooks found for the detected events"));
    }
    notices.addAll(told);
    notices.addAll(PublishingNotices.nextSteps(handle, pact, hasWebhooks));
    return notices;
  }
}
