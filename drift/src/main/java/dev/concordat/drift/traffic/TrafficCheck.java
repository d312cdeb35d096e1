package dev.concordat.drift.traffic;

import dev.concordat.contracts.breach.Breach;
import dev.concordat.contracts.http.ResponseSpec;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.drift.contract.Authorities;
import dev.concordat.drift.contract.Authority;
import dev.concordat.drift.observed.ProviderDrift;
import dev.concordat.drift.recording.Recording;
import dev.concordat.drift.recording.Recording.Entry;
import dev.concordat.model.drift.CheckedStub;
import dev.concordat.model.drift.DriftFinding;
import dev.concordat.model.drift.Ground;
import dev.concordat.model.drift.NeverSeen;
import dev.concordat.model.drift.Shown;
import dev.concordat.model.finding.Comparison;
import dev.concordat.model.finding.DriftRules;
import dev.concordat.model.finding.Rule;
import dev.concordat.model.finding.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Holds recorded traffic against contracts: what the contracts do not describe, what they forbid, and what of them nothing
/// showed.
public final class TrafficCheck {
  private static final int FIRST_ERROR_STATUS = 400;

  private final List<OpenApiContract> contracts;
  private final Authorities authorities;
  private final Coverage coverage = new Coverage();
  private final List<DriftFinding> findings = new ArrayList<>();

  public TrafficCheck(List<OpenApiContract> contracts) {
    this.contracts = List.copyOf(contracts);
    this.authorities = new Authorities(contracts);
  }

  /// What came of it.
  ///
  /// @param exchanges each entry as something that was checked
  public record Result(
      List<CheckedStub> exchanges, List<DriftFinding> findings, List<NeverSeen> neverSeen) {
    public Result {
      exchanges = List.copyOf(exchanges);
      findings = List.copyOf(findings);
      neverSeen = List.copyOf(neverSeen);
    }
  }

  /// Checks all exchanges.
  public Result check(Recording recording) {
    List<CheckedStub> exchanges = recording.entries().stream().map(this::entry).toList();
    List<NeverSeen> neverSeen =
        contracts.stream().flatMap(contract -> coverage.missing(contract).stream()).toList();
    return new Result(exchanges, findings, neverSeen);
  }

  private CheckedStub entry(Entry entry) {
    Optional<Authority> authority = authorities.of(entry.request());
    if (authority.isEmpty()) {
      authorities
          .refusal(entry.request())
          .ifPresent(
              breach ->
                  findings.add(finding(DriftRules.UNDOCUMENTED_OPERATION, entry, breach, "")));
    } else {
      described(entry, authority.get());
    }
    return new CheckedStub(
        entry.title(),
        "HTTP archive",
        entry.place(),
        entry.request().method() + " " + entry.request().target(),
        authority.map(known -> known.operation().methodAndPath()).orElse(""),
        List.of(Ground.CONTRACT),
        List.of(),
        List.of(),
        List.of());
  }

  private void described(Entry entry, Authority authority) {
    String operation = authority.operation().methodAndPath();
    boolean isRefused = entry.response().status() >= FIRST_ERROR_STATUS;
    if (!isRefused) {
      for (Breach breach : authority.judge().judgeRequest(authority.routed(), entry.request())) {
        findings.add(finding(DriftRules.BROKEN_BY_CONSUMER, entry, breach, operation));
      }
    }
    findings.addAll(
        ProviderDrift.of(
            authority, entry.request(), entry.response(), entry.title(), Ground.RECORDING));
    authority
        .operation()
        .response(entry.response().status())
        .map(ResponseSpec::status)
        .ifPresent(
            status ->
                coverage.saw(
                    authority.operation(),
                    status,
                    JsonParser.parse(entry.response().body().toArray()).value().stream().toList()));
  }

  private static DriftFinding finding(Rule rule, Entry entry, Breach breach, String operation) {
    boolean isRoute = operation.isEmpty();
    return new DriftFinding(
        rule,
        entry.title(),
        isRoute ? entry.request().method() + " " + entry.request().path() : operation,
        breach.pointer(),
        breach.message(),
        new Sentence(entry.place(), entry.title()),
        Optional.of(new Sentence(breach.sentence(), breach.sentenceText())),
        Optional.of(new Comparison(breach.expected(), breach.actual())),
        List.of(Ground.CONTRACT, Ground.RECORDING),
        List.of(
            new Shown("what the recording holds", entry.request(), Optional.of(entry.response()))));
  }
}
