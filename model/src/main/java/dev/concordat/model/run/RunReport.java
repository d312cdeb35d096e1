package dev.concordat.model.run;

import dev.concordat.model.exchange.Exchange;
import dev.concordat.model.finding.Incident;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everything that a run says; every report is written from it.
///
/// @param workspace the folder that was tested, as shown to people
/// @param seed every random choice came from it
/// @param ready how long the environment took
/// @param incidents most important first
/// @param evidence for every case that an incident's main finding names, the exchanges it caused, in order
/// @param measures profiles, latencies and budgets
/// @param notes what a reader must know: what was skipped, replaced or not covered
public record RunReport(
    String runId,
    String workspace,
    long seed,
    Instant startedAt,
    Duration ready,
    Duration duration,
    List<SystemView> systems,
    List<PartView> parts,
    List<LinkView> links,
    List<CaseResult> cases,
    List<Incident> incidents,
    List<Trouble> troubles,
    Map<String, List<Exchange>> evidence,
    Measures measures,
    List<String> notes) {
  public RunReport {
    systems = List.copyOf(systems);
    parts = List.copyOf(parts);
    links = List.copyOf(links);
    cases = List.copyOf(cases);
    incidents = List.copyOf(incidents);
    troubles = List.copyOf(troubles);
    evidence = Map.copyOf(evidence);
    notes = List.copyOf(notes);
  }

  /// The one place where a run becomes an exit code.
  public Verdict verdict() {
    return troubles.stream()
        .map(trouble -> Verdict.of(trouble.kind()))
        .min(Verdict::compareTo)
        .orElse(incidents.isEmpty() ? Verdict.HOLDS : Verdict.FINDINGS);
  }

  public Optional<CaseResult> caseResult(String caseId) {
    return cases.stream().filter(result -> result.id().equals(caseId)).findFirst();
  }

  public long count(CaseResult.Outcome outcome) {
    return cases.stream().filter(result -> result.outcome() == outcome).count();
  }
}
