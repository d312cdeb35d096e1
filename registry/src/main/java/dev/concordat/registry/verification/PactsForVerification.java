package dev.concordat.registry.verification;

import dev.concordat.registry.selector.ConsumerSelector;
import dev.concordat.registry.selector.ConsumerSelector.Branch;
import dev.concordat.registry.selector.ConsumerSelector.LatestTagged;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// Finds the pacts that a provider is to verify, each content once with all reasons for it.
final class PactsForVerification {
  private static final Comparator<VerifiablePact> ORDER =
      Comparator.<VerifiablePact, String>comparing(
              found -> found.pact().consumer().toLowerCase(Locale.ROOT))
          .thenComparing(found -> found.pact().consumer())
          .thenComparingLong(found -> found.pact().versionId());

  /// Planning a question over seven tables costs as much as answering it, and here one plan serves all that ask it.
  private static final String KEPT_PLANS = "SET LOCAL plan_cache_mode = force_generic_plan";

  private final Question question;
  private final SelectionStore selections;
  private final PendingStore pending;
  private final Handle handle;
  private final long providerId;

  private PactsForVerification(Handle handle, long providerId, Question question) {
    this.handle = handle;
    this.providerId = providerId;
    this.question = question;
    this.selections = new SelectionStore(handle, providerId);
    this.pending = new PendingStore(handle, providerId);
  }

  static List<VerifiablePact> find(Handle handle, long providerId, Question question) {
    handle.execute(KEPT_PLANS);
    return new PactsForVerification(handle, providerId, question).all();
  }

  private List<VerifiablePact> all() {
    List<ConsumerSelector> selectors =
        question.selectors().isEmpty()
            ? UsualSelectors.of(handle, providerId)
            : question.selectors();
    SelectionStore.Selected selected = selections.find(selectors, isWipAsked());
    List<VerifiablePact> chosen = withPending(merged(chosen(selected)));
    List<VerifiablePact> all = new ArrayList<>(chosen);
    if (isWipAsked()) {
      all.addAll(workInProgress(chosen, selected.heads()));
    }
    return all;
  }

  private boolean isWipAsked() {
    return question.wipSince().isPresent()
        && (question.branch().isPresent() || !question.tags().isEmpty());
  }

  private static List<Found> chosen(SelectionStore.Selected selected) {
    List<Found> all = new ArrayList<>(selected.chosen());
    Set<String> branches = new HashSet<>();
    Set<String> tags = new HashSet<>();
    for (Found one : selected.chosen()) {
      switch (one.chosen().selector()) {
        case Branch branch -> branches.add(branch.name());
        case LatestTagged tagged -> tags.add(tagged.tag());
        default -> {}
      }
    }
    for (Found fallback : selected.fallbacks()) {
      // Only where nothing at all was found for the branch or the tag, by this selector or by
      // another one.
      boolean isNeeded =
          switch (fallback.chosen().selector()) {
            case Branch branch -> !branches.contains(branch.name());
            case LatestTagged tagged -> !tags.contains(tagged.tag());
            default -> false;
          };
      if (isNeeded) {
        all.add(fallback);
      }
    }
    return all;
  }

  /// One for each content of each consumer.
  private static List<VerifiablePact> merged(List<Found> found) {
    Map<Long, List<Found>> byContent =
        found.stream()
            .collect(
                Collectors.groupingBy(
                    one -> one.pact().contentId(), LinkedHashMap::new, Collectors.toList()));
    return byContent.values().stream()
        .map(
            same ->
                new VerifiablePact(
                    newest(same),
                    same.stream().map(Found::chosen).distinct().sorted(Chosen.ORDER).toList(),
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    false))
        .sorted(ORDER)
        .toList();
  }

  private static Pact newest(List<Found> same) {
    return same.stream()
        .map(Found::pact)
        .max(Comparator.comparingLong(Pact::versionId))
        .orElseThrow();
  }

  private List<VerifiablePact> withPending(List<VerifiablePact> pacts) {
    if (!question.isPendingAsked() || pacts.isEmpty()) {
      return pacts;
    }
    Set<Long> contents =
        pacts.stream().map(pact -> pact.pact().contentId()).collect(Collectors.toSet());
    if (question.branch().isPresent()) {
      Set<Long> settled = pending.settledForBranch(contents, question.branch().get());
      return each(pacts, content -> !settled.contains(content));
    }
    if (question.tags().isEmpty()) {
      Set<Long> settled = pending.settled(contents);
      return each(pacts, content -> !settled.contains(content));
    }
    Map<String, Set<Long>> settled = new LinkedHashMap<>();
    question.tags().forEach(tag -> settled.put(tag, pending.settledForTag(contents, tag)));
    return pacts.stream().map(pact -> withTags(pact, settled)).toList();
  }

  private List<VerifiablePact> each(List<VerifiablePact> pacts, Function<Long, Boolean> isPending) {
    return pacts.stream()
        .map(
            pact ->
                new VerifiablePact(
                    pact.pact(),
                    pact.chosen(),
                    Optional.of(isPending.apply(pact.pact().contentId())),
                    List.of(),
                    question.tags(),
                    false))
        .toList();
  }

  private static VerifiablePact withTags(VerifiablePact pact, Map<String, Set<Long>> settled) {
    List<String> pendingTags = new ArrayList<>();
    List<String> settledTags = new ArrayList<>();
    settled.forEach(
        (tag, contents) ->
            (contents.contains(pact.pact().contentId()) ? settledTags : pendingTags).add(tag));
    return new VerifiablePact(
        pact.pact(),
        pact.chosen(),
        Optional.of(!pendingTags.isEmpty()),
        pendingTags,
        settledTags,
        false);
  }

  /// The newest pacts of branches and tags that were not chosen and that the provider did not verify yet.
  private List<VerifiablePact> workInProgress(List<VerifiablePact> chosen, List<Found> heads) {
    Set<Long> explicit =
        chosen.stream().map(pact -> pact.pact().contentId()).collect(Collectors.toSet());
    List<Found> candidates = new ArrayList<>(heads);
    candidates.removeIf(
        found ->
            explicit.contains(found.pact().contentId())
                || !found.pact().publishedAt().isAfter(question.wipSince().orElseThrow()));
    if (candidates.isEmpty()) {
      return List.of();
    }
    Set<Long> contents =
        candidates.stream().map(found -> found.pact().contentId()).collect(Collectors.toSet());
    Map<Long, List<String>> tagsOf = new HashMap<>();
    Set<Long> inProgress = new HashSet<>();
    if (question.branch().isPresent()) {
      inProgress.addAll(contents);
      inProgress.removeAll(pending.doneForBranch(contents, question.branch().get()));
    } else {
      for (String tag : question.tags()) {
        Set<Long> done = pending.doneForTag(contents, tag);
        for (long content : contents) {
          if (!done.contains(content)) {
            inProgress.add(content);
            tagsOf.computeIfAbsent(content, _ -> new ArrayList<>()).add(tag);
          }
        }
      }
    }
    candidates.removeIf(found -> !inProgress.contains(found.pact().contentId()));
    return merged(candidates).stream()
        .map(
            pact ->
                new VerifiablePact(
                    pact.pact(),
                    pact.chosen(),
                    Optional.of(true),
                    Objects.requireNonNullElse(tagsOf.get(pact.pact().contentId()), List.of()),
                    List.of(),
                    true))
        .toList();
  }
}
