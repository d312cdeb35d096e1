package dev.concordat.registry.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a registry holds after a history, in plain lists and in the plainest way: every question looks through all of it.
final class Ledger {
  record Version(String system, String number, int order, int at) {}

  record Said(Version version, String provider, String words, int revision, int at) {}

  record Result(
      String consumer,
      String provider,
      String words,
      Version by,
      boolean success,
      boolean isWip,
      int at) {}

  record Membership(Version version, String branch, int at) {}

  record Label(Version version, String tag, int at) {}

  record Place(Version version, String environment, Optional<String> target, boolean isRelease) {}

  record Link(String consumer, String provider) {}

  final List<Version> versions = new ArrayList<>();
  final List<Said> said = new ArrayList<>();
  final List<Result> results = new ArrayList<>();
  final List<Membership> memberships = new ArrayList<>();
  final Map<String, Integer> branches = new LinkedHashMap<>();
  final List<Label> labels = new ArrayList<>();
  final List<Place> places = new ArrayList<>();
  final List<Link> links = new ArrayList<>();
  final Map<String, String> mainBranches = new HashMap<>();
  private int clock;
  private int orders;

  Ledger(List<Event> events) {
    events.forEach(this::record);
  }

  private void record(Event event) {
    clock++;
    switch (event) {
      case Event.Publish e -> publish(e);
      case Event.Unpublish e -> unpublish(e);
      case Event.Verify e -> verify(e);
      case Event.OnBranch e -> {
        Version version = mention(e.system(), e.number());
        branches.putIfAbsent(e.system() + "/" + e.branch(), clock);
        if (memberships.stream()
            .noneMatch(m -> m.version().equals(version) && m.branch().equals(e.branch()))) {
          memberships.add(new Membership(version, e.branch(), clock));
        }
      }
      case Event.RemoveBranch e -> {
        branches.remove(e.system() + "/" + e.branch());
        memberships.removeIf(
            m -> m.version().system().equals(e.system()) && m.branch().equals(e.branch()));
      }
      case Event.MainBranch e -> {
        mainBranches.put(e.system(), e.branch());
      }
      case Event.Tagged e -> {
        Version version = mention(e.system(), e.number());
        if (labels.stream()
            .noneMatch(l -> l.version().equals(version) && l.tag().equals(e.tag()))) {
          labels.add(new Label(version, e.tag(), clock));
        }
      }
      case Event.Untagged e -> {
        Version version = mention(e.system(), e.number());
        labels.removeIf(l -> l.version().equals(version) && l.tag().equals(e.tag()));
      }
      case Event.Deploy e -> {
        Version version = mention(e.system(), e.number());
        places.removeIf(
            p ->
                !p.isRelease()
                    && p.version().system().equals(e.system())
                    && p.environment().equals(e.environment())
                    && p.target().equals(e.target()));
        places.add(new Place(version, e.environment(), e.target(), false));
      }
      case Event.Undeploy e ->
          places.removeIf(
              p ->
                  !p.isRelease()
                      && p.version().system().equals(e.system())
                      && p.environment().equals(e.environment()));
      case Event.Release e -> {
        Version version = mention(e.system(), e.number());
        Place place = new Place(version, e.environment(), Optional.empty(), true);
        if (!places.contains(place)) {
          places.add(place);
        }
      }
      case Event.EndSupport e -> {
        Version version = mention(e.system(), e.number());
        places.remove(new Place(version, e.environment(), Optional.empty(), true));
      }
      case Event.DeleteVersion e -> {
        version(e.system(), e.number()).ifPresent(this::forget);
      }
    }
  }

  private void publish(Event.Publish e) {
    Version version = mention(e.consumer(), e.number());
    Optional<Said> before = says(version, e.provider());
    if (before.isEmpty() || !before.get().words().equals(e.words())) {
      int revision = before.map(Said::revision).orElse(0) + 1;
      said.add(new Said(version, e.provider(), e.words(), revision, clock));
    }
    Link link = new Link(e.consumer(), e.provider());
    if (!links.contains(link)) {
      links.add(link);
    }
  }

  private void unpublish(Event.Unpublish e) {
    Version version = mention(e.consumer(), e.number());
    if (said.removeIf(s -> s.version().equals(version) && s.provider().equals(e.provider()))) {
      // What nobody says any more is forgotten with its results.
      results.removeIf(
          r ->
              r.provider().equals(e.provider())
                  && said.stream()
                      .noneMatch(
                          s ->
                              s.version().system().equals(r.consumer())
                                  && s.provider().equals(r.provider())
                                  && s.words().equals(r.words())));
    }
  }

  private void verify(Event.Verify e) {
    Version version = mention(e.consumer(), e.number());
    Optional<Said> says = says(version, e.provider());
    if (says.isPresent()) {
      Version by = mention(e.provider(), e.providerNumber());
      results.add(
          new Result(
              e.consumer(), e.provider(), says.get().words(), by, e.success(), e.isWip(), clock));
    }
  }

  private void forget(Version version) {
    versions.remove(version);
    said.removeIf(s -> s.version().equals(version));
    results.removeIf(r -> r.by().equals(version));
    memberships.removeIf(m -> m.version().equals(version));
    labels.removeIf(l -> l.version().equals(version));
    places.removeIf(p -> p.version().equals(version));
  }

  private Version mention(String system, String number) {
    return version(system, number)
        .orElseGet(
            () -> {
              Version version = new Version(system, number, ++orders, clock);
              versions.add(version);
              return version;
            });
  }

  Optional<Version> version(String system, String number) {
    return versions.stream()
        .filter(v -> v.system().equals(system) && v.number().equals(number))
        .findFirst();
  }

  /// What a version says of a provider now.
  Optional<Said> says(Version version, String provider) {
    return said.stream()
        .filter(s -> s.version().equals(version) && s.provider().equals(provider))
        .reduce((a, b) -> a.revision() > b.revision() ? a : b);
  }

  /// What a version says now of all providers.
  List<Said> saysOfAll(Version version) {
    return RandomHistory.SYSTEMS.stream().flatMap(p -> says(version, p).stream()).toList();
  }

  /// The last result of a content by a version; nothing where there is none.
  Optional<Boolean> result(String consumer, String provider, String words, Version by) {
    return results.stream()
        .filter(
            r ->
                r.consumer().equals(consumer)
                    && r.provider().equals(provider)
                    && r.words().equals(words)
                    && r.by().equals(by))
        .reduce((_, last) -> last)
        .map(Result::success);
  }

  /// The versions of a system in an environment.
  List<Version> in(String environment, String system) {
    return places.stream()
        .filter(p -> p.environment().equals(environment))
        .map(Place::version)
        .filter(v -> v.system().equals(system))
        .distinct()
        .toList();
  }

  /// The newest version of a branch.
  Optional<Version> head(String system, String branch) {
    return memberships.stream()
        .filter(m -> m.version().system().equals(system) && m.branch().equals(branch))
        .map(Membership::version)
        .reduce((a, b) -> a.order() > b.order() ? a : b);
  }

  /// The newest version of the main branch.
  Optional<Version> mainHead(String system) {
    return Optional.ofNullable(mainBranches.get(system)).flatMap(b -> head(system, b));
  }

  /// The newest version with a tag.
  Optional<Version> newestTagged(String system, String tag) {
    return labels.stream()
        .filter(l -> l.version().system().equals(system) && l.tag().equals(tag))
        .map(Label::version)
        .reduce((a, b) -> a.order() > b.order() ? a : b);
  }
}
