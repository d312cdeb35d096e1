package dev.concordat.engine.plan;

import dev.concordat.model.finding.Proof;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a person asks a run to do.
///
/// @param seed every random choice comes from it
/// @param proofs those that this version gives: {@link Proof#CONFORM}, {@link Proof#FLOWS}, {@link Proof#FIDELITY},
///     {@link Proof#RESILIENCE} and {@link Proof#TIMING}
/// @param paths files and folders; only contracts and flows in them are tried. Empty for all
/// @param tags only flows with one of these tags, and no contract cases. Empty for all
/// @param budget no case begins after this time
/// @param cases only the cases with these ids. Empty for all
/// @param against the version that relative budgets are judged against, whatever they name; empty for what they name
/// @param links how they are measured
/// @param variables variables of the environment that the run was started with, for the replay
public record PlanOptions(
    long seed,
    Set<Proof> proofs,
    List<Path> paths,
    Set<String> tags,
    Optional<Duration> budget,
    Set<String> cases,
    Map<String, String> variables,
    Optional<String> against,
    LinkOptions links) {
  /// Those that take a running environment.
  public static final Set<Proof> EVERY_PROOF =
      Collections.unmodifiableSet(
          EnumSet.of(Proof.CONFORM, Proof.FLOWS, Proof.FIDELITY, Proof.RESILIENCE, Proof.TIMING));

  /// Those that are given where nothing is said.
  public static final Set<Proof> USUAL_PROOFS =
      Collections.unmodifiableSet(EnumSet.of(Proof.CONFORM, Proof.FLOWS, Proof.FIDELITY));

  public PlanOptions {
    proofs = Set.copyOf(proofs);
    paths = List.copyOf(paths);
    tags = Set.copyOf(tags);
    cases = Set.copyOf(cases);
    variables = Map.copyOf(variables);
  }

  /// Everything that is tried where nothing is said: contracts, flows and values.
  public static PlanOptions all(long seed) {
    return new PlanOptions(
        seed,
        USUAL_PROOFS,
        List.of(),
        Set.of(),
        Optional.empty(),
        Set.of(),
        Map.of(),
        Optional.empty(),
        LinkOptions.USUAL);
  }

  public PlanOptions withCases(Set<String> only) {
    return new PlanOptions(seed, proofs, paths, tags, budget, only, variables, against, links);
  }

  public PlanOptions withProofs(Set<Proof> only) {
    return new PlanOptions(seed, only, paths, tags, budget, cases, variables, against, links);
  }

  public PlanOptions withPaths(List<Path> only) {
    return new PlanOptions(seed, proofs, only, tags, budget, cases, variables, against, links);
  }

  public PlanOptions withTags(Set<String> only) {
    return new PlanOptions(seed, proofs, paths, only, budget, cases, variables, against, links);
  }

  public PlanOptions withBudget(Duration limit) {
    return new PlanOptions(
        seed, proofs, paths, tags, Optional.of(limit), cases, variables, against, links);
  }

  public PlanOptions withVariables(Map<String, String> started) {
    return new PlanOptions(seed, proofs, paths, tags, budget, cases, started, against, links);
  }

  public PlanOptions withLinks(LinkOptions other) {
    return new PlanOptions(seed, proofs, paths, tags, budget, cases, variables, against, other);
  }

  public PlanOptions withAgainst(Optional<String> version) {
    return new PlanOptions(seed, proofs, paths, tags, budget, cases, variables, version, links);
  }
}
