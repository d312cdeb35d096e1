package dev.concordat.engine.diagnose;

import dev.concordat.model.digest.Sha;
import dev.concordat.model.finding.Finding;
import dev.concordat.model.finding.Incident;
import dev.concordat.model.finding.Proof;
import dev.concordat.model.owner.Owner;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// Turns the findings of all cases into incidents: one for each cause, however many cases show it.
///
/// A finding that a deeper one of the same case explains is a symptom, unless the same is also found in a case where
/// nothing explains it: then it is a cause of its own.
public final class Diagnosis {
  private static final int ID_DIGITS = 6;

  private final List<CaseEvidence> cases;
  private final Clusters clusters = new Clusters();
  private final Set<String> causes = new HashSet<>();
  private final Map<String, Collected> collected = new LinkedHashMap<>();

  private Diagnosis(List<CaseEvidence> cases) {
    this.cases = cases;
  }

  /// One finding in the case that showed it.
  private record Seen(Finding finding, CaseEvidence in) {}

  /// What belongs to one cause.
  private record Collected(List<Seen> findings, Set<String> cases, List<Finding> symptoms) {
    Collected() {
      this(new ArrayList<>(), new LinkedHashSet<>(), new ArrayList<>());
    }

    boolean isCritical() {
      return findings.stream().anyMatch(seen -> seen.in().isCritical());
    }
  }

  /// The incidents, most important first: those that break critical flows, then by the number of cases.
  ///
  /// @param owners from a system's name to its owner
  public static List<Incident> incidents(List<CaseEvidence> cases, Function<String, Owner> owners) {
    var diagnosis = new Diagnosis(cases);
    diagnosis.findCauses();
    cases.forEach(diagnosis::collect);
    return diagnosis.collected.entrySet().stream()
        .filter(entry -> !entry.getValue().findings().isEmpty())
        .sorted(diagnosis.order())
        .map(entry -> incident(entry.getKey(), entry.getValue(), owners))
        .toList();
  }

  private void findCauses() {
    for (CaseEvidence evidence : cases) {
      evidence.findings().forEach(clusters::add);
    }
    for (CaseEvidence evidence : cases) {
      for (Finding finding : evidence.findings()) {
        if (explanations(finding, evidence).isEmpty()) {
          causes.add(clusters.causeOf(finding));
        }
      }
    }
  }

  /// The findings of the case that explain this one.
  private List<Finding> explanations(Finding finding, CaseEvidence evidence) {
    return evidence.findings().stream()
        .filter(other -> !clusters.causeOf(other).equals(clusters.causeOf(finding)))
        .filter(other -> Hops.explains(other, finding, evidence.dependencies()))
        .toList();
  }

  private void collect(CaseEvidence evidence) {
    for (Finding finding : evidence.findings()) {
      String cause = clusters.causeOf(finding);
      List<String> explaining =
          explanations(finding, evidence).stream()
              .map(clusters::causeOf)
              .filter(causes::contains)
              .distinct()
              .toList();
      if (causes.contains(cause) || explaining.isEmpty()) {
        Collected own = collected.computeIfAbsent(cause, key -> new Collected());
        own.findings().add(new Seen(finding, evidence));
        own.cases().add(evidence.caseId());
      } else {
        explaining.forEach(key -> symptom(key, finding, evidence));
      }
    }
  }

  private void symptom(String cause, Finding finding, CaseEvidence evidence) {
    Collected target = collected.computeIfAbsent(cause, key -> new Collected());
    target.cases().add(evidence.caseId());
    boolean isKnown =
        target.symptoms().stream()
            .anyMatch(known -> clusters.causeOf(known).equals(clusters.causeOf(finding)));
    if (!isKnown) {
      target.symptoms().add(finding);
    }
  }

  private Comparator<Map.Entry<String, Collected>> order() {
    return Comparator.<Map.Entry<String, Collected>>comparingInt(
            entry -> touchesCritical(entry.getValue()) ? 0 : 1)
        .thenComparingInt(entry -> -entry.getValue().cases().size())
        .thenComparing(Map.Entry::getKey);
  }

  private boolean touchesCritical(Collected collected) {
    return collected.isCritical()
        || cases.stream()
            .anyMatch(
                evidence -> evidence.isCritical() && collected.cases().contains(evidence.caseId()));
  }

  private static Incident incident(
      String cause, Collected collected, Function<String, Owner> owners) {
    List<Finding> findings =
        collected.findings().stream()
            .sorted(
                Comparator.comparing(Diagnosis::isOfFollowedValue)
                    .thenComparingInt(seen -> seen.in().exchanges()))
            .map(Seen::finding)
            .toList();
    Finding main = findings.getFirst();
    return new Incident(
        id(cause),
        owners.apply(main.system()),
        main,
        findings.subList(0, Math.min(findings.size(), Incident.MAX_FINDINGS)),
        collected.cases().size(),
        collected.symptoms());
  }

  /// A case that somebody wrote shows a fault more plainly than a value that was followed through all.
  private static boolean isOfFollowedValue(Seen seen) {
    return seen.finding().rule().proof() == Proof.FIDELITY;
  }

  /// The first digits of the cause's hash: the same in every run that finds it.
  private static String id(String cause) {
    return Sha.SHA_256.of(cause, ID_DIGITS);
  }
}
