package dev.concordat.engine.run;

import dev.concordat.conform.ConformOptions;
import dev.concordat.conform.Conformance;
import dev.concordat.conform.run.Limits;
import dev.concordat.engine.judge.CaseView;
import dev.concordat.engine.plan.PlannedCase;
import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.model.conform.ConformFinding;
import dev.concordat.model.conform.ConformReport;
import dev.concordat.model.conform.Told;
import dev.concordat.model.exchange.Exchange;
import dev.concordat.model.finding.Finding;
import dev.concordat.model.finding.Side;
import dev.concordat.model.run.CaseResult;
import dev.concordat.model.run.CaseResult.Outcome;
import dev.concordat.model.run.Trouble;
import dev.concordat.wire.caller.Endpoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Tries whether a system keeps its contract, on fresh data: what `concordat conform` does with a running provider, with
/// everything that the requests cause on other links judged too.
final class ProviderRunner {
  /// A budget of requests for each contract, so that the length of a run depends on nothing else.
  private static final int MAX_REQUESTS = 300;

  private static final Duration MAX_TIME = Duration.ofSeconds(60);

  private final Session session;

  ProviderRunner(Session session) {
    this.session = session;
  }

  Attempt run(PlannedCase.OfProvider planned, int number) {
    long start = System.nanoTime();
    session.settle();
    try (FreshData _ = FreshData.open(session.environment(), planned.system() + ".conform")) {
      return run(planned, number, start);
    } catch (EnvironmentFailure e) {
      return Attempt.failed(e.troubles().getFirst(), start);
    }
  }

  private Attempt run(PlannedCase.OfProvider planned, int number, long start) {
    String attempt = planned.id() + "@" + number;
    Trace trace = Trace.of(session.runId(), planned.id(), number);
    session.ledger().begin(attempt, trace);
    Endpoint endpoint = Endpoint.of(session.environment().address(planned.system()), false);
    ConformOptions options =
        ConformOptions.of(endpoint, session.plan().options().seed())
            .with(Limits.USUAL.withRequests(MAX_REQUESTS).withTime(MAX_TIME).withoutFuzzing())
            .with(new TracedRequests(trace));
    ConformReport report = new Conformance(planned.contract(), options, _ -> {}).run();
    session.settle();
    session.ledger().collect();
    List<Exchange> exchanges = session.ledger().of(attempt);
    List<Finding> findings = new ArrayList<>();
    for (ConformFinding finding : report.findings()) {
      if (!finding.isFlaky()) {
        findings.add(finding(planned, finding));
      }
    }
    session.judge().judge(exchanges, new CaseView(planned.id(), Optional.empty())).stream()
        .filter(finding -> !finding.system().equals(planned.system()))
        .forEach(findings::add);
    Optional<Trouble> trouble =
        report.trouble().isEmpty()
            ? Optional.empty()
            : Optional.of(
                new Trouble(
                    Trouble.Kind.ENVIRONMENT, planned.system(), report.trouble(), "", List.of()));
    return new Attempt(findings, steps(report), exchanges, Attempt.since(start), trouble);
  }

  private static Finding finding(PlannedCase.OfProvider planned, ConformFinding found) {
    return new Finding(
        found.rule(),
        planned.system(),
        Side.PROVIDER,
        found.why().replaceFirst("\\.$", ""),
        Optional.empty(),
        planned.system() + "." + found.operation(),
        found.pointer(),
        found.message(),
        found.sentence(),
        found.comparison(),
        planned.id(),
        Optional.empty());
  }

  /// The stories of what was found; else how much was tried.
  private static List<CaseResult.Step> steps(ConformReport report) {
    List<CaseResult.Step> steps = new ArrayList<>();
    for (ConformFinding finding : report.findings()) {
      for (Told told : finding.story()) {
        String name = told.request().method() + " " + told.request().target();
        String detail =
            told.response()
                .map(response -> Integer.toString(response.status()))
                .orElse("no answer: " + told.noAnswer());
        steps.add(new CaseResult.Step(told.what() + ": " + name, Outcome.BROKE, detail));
      }
    }
    if (steps.isEmpty()) {
      String what = report.cases() + " cases";
      steps.add(new CaseResult.Step(what, Outcome.HELD, report.requests() + " requests"));
    }
    return steps;
  }
}
