package dev.concordat.engine.run;

import dev.concordat.cases.ContractCase;
import dev.concordat.cases.Expectation;
import dev.concordat.engine.judge.CaseView;
import dev.concordat.engine.plan.PlannedCase;
import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.model.exchange.Exchange;
import dev.concordat.model.finding.ConformRules;
import dev.concordat.model.finding.Finding;
import dev.concordat.model.run.CaseResult;
import dev.concordat.model.run.CaseResult.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Runs contract cases: one request each, then the judgement of everything it caused. Data is fresh for every operation,
/// before every documented example that changes something, and after a request that should have been refused was not.
final class ContractRunner implements AutoCloseable {
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  private final Session session;
  private String operation = "";
  private boolean isSpoilt;
  private @Nullable FreshData data;

  ContractRunner(Session session) {
    this.session = session;
  }

  Attempt run(PlannedCase.OfContract planned, int number) {
    ContractCase tried = planned.content();
    long start = System.nanoTime();
    try {
      freshen(tried, number);
    } catch (EnvironmentFailure e) {
      return Attempt.failed(e.troubles().getFirst(), start);
    }
    String attempt = planned.id() + "@" + number;
    Trace trace = Trace.of(session.runId(), planned.id(), number);
    Session.Sent sent =
        session.send(
            tried, attempt, trace, CallStep.ANSWER_LIMIT, !SAFE.contains(tried.request().method()));
    List<Exchange> exchanges = sent.caused();
    List<Finding> findings =
        session.judge().judge(exchanges, new CaseView(planned.id(), Optional.of(tried)));
    isSpoilt = findings.stream().anyMatch(it -> it.rule().equals(ConformRules.INVALID_ACCEPTED));
    return Attempt.over(findings, List.of(step(tried, sent.answer(), findings)), exchanges, start);
  }

  private void freshen(ContractCase tried, int number) throws EnvironmentFailure {
    String next = tried.system() + "." + tried.operation().id();
    boolean isExample =
        tried.expectation() == Expectation.ACCEPTED && !SAFE.contains(tried.request().method());
    if (next.equals(operation) && !isSpoilt && !isExample && number == 1) {
      return;
    }
    session.settle();
    close();
    data = FreshData.open(session.environment(), next);
    operation = next;
    isSpoilt = false;
  }

  private static CaseResult.Step step(
      ContractCase tried, HttpCaller.Answer answer, List<Finding> findings) {
    String name = tried.request().method() + " " + tried.request().target();
    String detail =
        switch (answer) {
          case HttpCaller.Answer.Got got -> Integer.toString(got.response().status());
          case HttpCaller.Answer.Nothing(String reason, Duration ignored) -> "no answer: " + reason;
          case HttpCaller.Answer.Unsendable(String reason) -> "not sent: " + reason;
        };
    Outcome outcome =
        answer instanceof HttpCaller.Answer.Unsendable
            ? Outcome.SKIPPED
            : findings.isEmpty() ? Outcome.HELD : Outcome.BROKE;
    return new CaseResult.Step(name, outcome, detail);
  }

  @Override
  public void close() {
    if (data != null) {
      data.close();
      data = null;
    }
    operation = "";
  }
}
