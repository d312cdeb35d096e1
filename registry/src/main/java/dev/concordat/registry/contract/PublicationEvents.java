package dev.concordat.registry.contract;

import dev.concordat.registry.contract.Event.Kind;
import dev.concordat.registry.link.Links;
import dev.concordat.registry.store.PactRow;
import dev.concordat.registry.store.Publications;
import dev.concordat.registry.store.TagRow;
import dev.concordat.registry.store.Tags;
import dev.concordat.registry.store.VerificationRow;
import dev.concordat.registry.store.Verifications;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Which events a publication is, and why, in the words of the Pact dialect.
final class PublicationEvents {
  private final Handle handle;
  private final Links links;

  PublicationEvents(Handle handle, Links links) {
    this.handle = handle;
    this.links = links;
  }

  /// @param before what the version said before; empty where it said nothing
  List<Event> of(Publication publication, Optional<PactRow> before, PactRow pact) {
    if (before.isPresent()) {
      List<Event> events = new ArrayList<>(published(publication, pact, Optional.empty()));
      if (before.get().contentId() != pact.contentId()) {
        events.add(
            event(
                Kind.CONTRACT_CONTENT_CHANGED,
                publication,
                pact,
                Optional.of(
                    "pact content modified since previous publication for "
                        + pact.consumer()
                        + " version "
                        + pact.number())));
      }
      return events;
    }
    List<String> tags = new Tags(handle).of(pact.versionId()).stream().map(TagRow::name).toList();
    String changes = String.join(", ", changes(pact, tags));
    if (changes.isEmpty()) {
      String which = tags.size() == 1 ? "version with tag " : "versions with tags ";
      return published(
          publication,
          pact,
          Optional.of(
              "pact content is the same as previous "
                  + which
                  + String.join(", ", tags)
                  + " and no new tags were applied"));
    }
    List<Event> events = new ArrayList<>(published(publication, pact, Optional.empty()));
    events.add(event(Kind.CONTRACT_CONTENT_CHANGED, publication, pact, Optional.of(changes)));
    return events;
  }

  private List<Event> published(Publication publication, PactRow pact, Optional<String> comment) {
    List<Event> events = new ArrayList<>();
    events.add(event(Kind.CONTRACT_PUBLISHED, publication, pact, comment));
    if (RequiredVerifications.areMissing(handle, pact.contentId(), pact.providerId())) {
      events.add(event(Kind.CONTRACT_REQUIRING_VERIFICATION_PUBLISHED, publication, pact, comment));
    }
    return events;
  }

  /// Since the newest earlier publication with each tag, or without tags where the version has none.
  private List<String> changes(PactRow pact, List<String> tags) {
    List<String> changes = new ArrayList<>();
    if (tags.isEmpty()) {
      Optional<PactRow> previous = previous(pact, Optional.empty());
      if (previous.isEmpty()) {
        changes.add("first time untagged pact published");
      } else if (previous.get().contentId() != pact.contentId()) {
        changes.add("pact content has changed since previous untagged version");
      }
    }
    for (String tag : tags) {
      Optional<PactRow> previous = previous(pact, Optional.of(tag));
      if (previous.isEmpty()) {
        changes.add(
            "first time any pact published for this consumer with consumer version tagged " + tag);
      } else if (previous.get().contentId() != pact.contentId()) {
        changes.add("pact content has changed since the last consumer version tagged with " + tag);
      }
    }
    return changes;
  }

  private Optional<PactRow> previous(PactRow pact, Optional<String> tag) {
    Publications publications = new Publications(handle);
    return tag.isEmpty()
        ? publications.untaggedBefore(pact)
        : publications.taggedBefore(pact, tag.get());
  }

  private Event event(Kind kind, Publication publication, PactRow pact, Optional<String> comment) {
    return new Event(kind, pact, ofMainBranch(pact), comment, links.base(), publication.buildUrl());
  }

  private Optional<VerificationRow> ofMainBranch(PactRow pact) {
    return handle
        .createQuery(
            """
            SELECT max(l.verification_id) FROM latest_verifications l
              JOIN branch_versions bv ON bv.version_id = l.provider_version_id
              JOIN branches b ON b.id = bv.branch_id
              JOIN systems s ON s.id = b.system_id AND s.main_branch = b.name
            WHERE l.content_id = :content AND s.id = :provider
            """)
        .bind("content", pact.contentId())
        .bind("provider", pact.providerId())
        .mapTo(Long.class)
        .findOne()
        .flatMap(new Verifications(handle)::find);
  }
}
