package dev.concordat.registry.history;

import dev.concordat.registry.history.Ledger.Label;
import dev.concordat.registry.history.Ledger.Link;
import dev.concordat.registry.history.Ledger.Membership;
import dev.concordat.registry.history.Ledger.Place;
import dev.concordat.registry.history.Ledger.Result;
import dev.concordat.registry.history.Ledger.Said;
import dev.concordat.registry.history.Ledger.Version;
import dev.concordat.registry.selector.ConsumerSelector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Pacts for verification in their plainest form, written from the documentation of the Pact Broker.
final class ReferenceSelection {
  private final Ledger ledger;
  private final String provider;

  ReferenceSelection(Ledger ledger, String provider) {
    this.ledger = ledger;
    this.provider = provider;
  }

  /// A consumer version's content and why.
  private record Why(Said said, String why) {
    String content() {
      return said.version().system() + "/" + said.words();
    }
  }

  String pacts(
      Optional<String> branch,
      List<String> tags,
      List<ConsumerSelector> selectors,
      boolean isWipAsked) {
    List<Why> chosen = new ArrayList<>();
    for (ConsumerSelector selector : selectors) {
      chosen.addAll(choose(selector));
    }
    List<Why> instead = new ArrayList<>();
    for (ConsumerSelector selector : selectors) {
      instead.addAll(fallback(selector, chosen));
    }
    chosen.addAll(instead);
    TreeSet<String> lines = new TreeSet<>();
    Map<String, List<Why>> contents = grouped(chosen);
    contents.forEach(
        (content, whys) -> {
          TreeSet<String> pendingTags = new TreeSet<>();
          boolean isPending;
          if (branch.isPresent()) {
            isPending = !isSettledForBranch(content, branch.get(), false);
          } else if (tags.isEmpty()) {
            isPending = successes(content, false).isEmpty();
          } else {
            tags.stream()
                .filter(tag -> !isSettledForTag(content, tag, false))
                .forEach(pendingTags::add);
            isPending = !pendingTags.isEmpty();
          }
          lines.add(line(whys, isPending ? " pending" : " settled", branch, pendingTags));
        });
    if (isWipAsked && (branch.isPresent() || !tags.isEmpty())) {
      grouped(heads())
          .forEach(
              (content, whys) -> {
                TreeSet<String> open = new TreeSet<>();
                if (branch.isPresent() && !isSettledForBranch(content, branch.get(), true)) {
                  open.add(branch.get());
                } else if (branch.isEmpty()) {
                  tags.stream()
                      .filter(tag -> !isSettledForTag(content, tag, true))
                      .forEach(open::add);
                }
                if (!contents.containsKey(content) && !open.isEmpty()) {
                  lines.add(line(whys, " wip", branch, open));
                }
              });
    }
    return lines.toString();
  }

  private static String line(
      List<Why> whys, String state, Optional<String> branch, Set<String> tags) {
    Version newest =
        whys.stream()
            .map(why -> why.said().version())
            .reduce((a, b) -> a.order() > b.order() ? a : b)
            .orElseThrow();
    TreeSet<String> reasons = new TreeSet<>();
    whys.forEach(why -> reasons.add(why.why() + ":" + why.said().version().number()));
    return newest.system()
        + "@"
        + newest.number()
        + state
        + (branch.isPresent() ? "" : " " + tags)
        + " "
        + reasons;
  }

  private static Map<String, List<Why>> grouped(List<Why> whys) {
    Map<String, List<Why>> grouped = new LinkedHashMap<>();
    whys.forEach(why -> grouped.computeIfAbsent(why.content(), _ -> new ArrayList<>()).add(why));
    return grouped;
  }

  private List<String> consumers(Optional<String> only) {
    return ledger.links.stream()
        .filter(link -> link.provider().equals(provider))
        .map(Link::consumer)
        .filter(consumer -> only.map(consumer::equals).orElse(true))
        .toList();
  }

  private List<Why> choose(ConsumerSelector selector) {
    List<Why> found = new ArrayList<>();
    for (String consumer : consumers(selector.consumer())) {
      switch (selector) {
        case ConsumerSelector.MainBranch _ ->
            ledger
                .mainHead(consumer)
                .ifPresent(v -> add(found, v, "main:" + ledger.mainBranches.get(consumer)));
        case ConsumerSelector.Branch branch ->
            ledger
                .head(consumer, branch.name())
                .ifPresent(v -> add(found, v, "branch:" + branch.name()));
        case ConsumerSelector.EveryBranch _ -> throw new IllegalStateException("not asked");
        case ConsumerSelector.LatestTagged tagged ->
            newest(tagged(consumer, tagged.tag()))
                .ifPresent(said -> found.add(new Why(said, "tag:" + tagged.tag())));
        case ConsumerSelector.Tagged tagged ->
            tagged(consumer, tagged.tag())
                .forEach(said -> found.add(new Why(said, "every tagged:" + tagged.tag())));
        case ConsumerSelector.Latest _ ->
            newest(all(consumer)).ifPresent(said -> found.add(new Why(said, "latest:")));
        case ConsumerSelector.Deployed deployed ->
            places(consumer, deployed.environment(), false)
                .forEach(p -> add(found, p.version(), "deployed:" + p.environment()));
        case ConsumerSelector.Released released ->
            places(consumer, released.environment(), true)
                .forEach(p -> add(found, p.version(), "released:" + p.environment()));
        case ConsumerSelector.InEnvironment there ->
            ledger
                .in(there.environment(), consumer)
                .forEach(v -> add(found, v, "there:" + there.environment()));
      }
    }
    return found;
  }

  private List<Why> fallback(ConsumerSelector selector, List<Why> chosen) {
    List<Why> found = new ArrayList<>();
    if (selector instanceof ConsumerSelector.Branch branch
        && branch.fallback().isPresent()
        && chosen.stream().noneMatch(why -> why.why().equals("branch:" + branch.name()))) {
      for (String consumer : consumers(selector.consumer())) {
        ledger
            .head(consumer, branch.fallback().get())
            .ifPresent(v -> add(found, v, "branch instead:" + branch.fallback().get()));
      }
    }
    if (selector instanceof ConsumerSelector.LatestTagged tagged
        && tagged.fallback().isPresent()
        && chosen.stream().noneMatch(why -> why.why().equals("tag:" + tagged.tag()))) {
      for (String consumer : consumers(selector.consumer())) {
        ledger
            .newestTagged(consumer, tagged.fallback().get())
            .ifPresent(v -> add(found, v, "tag instead:" + tagged.fallback().get()));
      }
    }
    return found;
  }

  /// The pacts of the heads of all branches and tags.
  private List<Why> heads() {
    List<Why> found = new ArrayList<>();
    for (String consumer : consumers(Optional.empty())) {
      for (String branch : RandomHistory.BRANCHES) {
        ledger.head(consumer, branch).ifPresent(v -> add(found, v, "branch:" + branch));
      }
      for (String tag : RandomHistory.TAGS) {
        ledger.newestTagged(consumer, tag).ifPresent(v -> add(found, v, "tag:" + tag));
      }
    }
    return found;
  }

  private void add(List<Why> found, Version version, String why) {
    ledger.says(version, provider).ifPresent(said -> found.add(new Why(said, why)));
  }

  private List<Said> all(String consumer) {
    return ledger.versions.stream()
        .filter(v -> v.system().equals(consumer))
        .flatMap(v -> ledger.says(v, provider).stream())
        .toList();
  }

  private List<Said> tagged(String consumer, String tag) {
    return all(consumer).stream()
        .filter(
            said ->
                ledger.labels.stream()
                    .anyMatch(l -> l.version().equals(said.version()) && l.tag().equals(tag)))
        .toList();
  }

  private static Optional<Said> newest(List<Said> said) {
    return said.stream().reduce((a, b) -> a.version().order() > b.version().order() ? a : b);
  }

  private List<Place> places(String consumer, Optional<String> environment, boolean isRelease) {
    return ledger.places.stream()
        .filter(p -> p.isRelease() == isRelease && p.version().system().equals(consumer))
        .filter(p -> environment.map(p.environment()::equals).orElse(true))
        .toList();
  }

  private List<Result> successes(String content, boolean isWithoutWip) {
    return ledger.results.stream()
        .filter(r -> r.provider().equals(provider))
        .filter(r -> (r.consumer() + "/" + r.words()).equals(content))
        .filter(Result::success)
        .filter(r -> !isWithoutWip || !r.isWip())
        .toList();
  }

  private boolean isSettledForBranch(String content, String branch, boolean isWip) {
    // Pending looks at when the branch was created, work in progress at when its first version was.
    Optional<Integer> since =
        isWip
            ? ledger.memberships.stream()
                .filter(m -> m.version().system().equals(provider) && m.branch().equals(branch))
                .reduce((a, b) -> b.at() < a.at() ? b : a)
                .map(m -> m.version().at())
            : Optional.ofNullable(ledger.branches.get(provider + "/" + branch));
    return successes(content, isWip).stream()
        .anyMatch(
            r ->
                ledger.memberships.stream()
                    .filter(m -> m.version().equals(r.by()))
                    .map(Membership::branch)
                    .anyMatch(b -> b.equals(branch) || r.at() < since.orElse(Integer.MAX_VALUE)));
  }

  private boolean isSettledForTag(String content, String tag, boolean isWip) {
    Optional<Integer> since =
        ledger.labels.stream()
            .filter(l -> l.version().system().equals(provider) && l.tag().equals(tag))
            .map(Label::at)
            .min(Integer::compare);
    return successes(content, isWip).stream()
        .anyMatch(
            r ->
                ledger.labels.stream()
                    .filter(l -> l.version().equals(r.by()))
                    .map(Label::tag)
                    .anyMatch(t -> t.equals(tag) || r.at() < since.orElse(Integer.MAX_VALUE)));
  }
}
