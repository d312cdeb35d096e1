package dev.concordat.engine.run;

import dev.concordat.model.exchange.Exchange;
import dev.concordat.model.finding.Finding;
import dev.concordat.model.run.CaseResult;
import dev.concordat.model.run.Trouble;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// One try of a case.
///
/// @param findings what its exchanges break, and what a flow expected and did not get
/// @param trouble why it could not be carried out
record Attempt(
    List<Finding> findings,
    List<CaseResult.Step> steps,
    List<Exchange> exchanges,
    Duration duration,
    Optional<Trouble> trouble) {
  Attempt {
    findings = List.copyOf(findings);
    steps = List.copyOf(steps);
    exchanges = List.copyOf(exchanges);
  }

  /// One that was carried out.
  ///
  /// @param start what `System.nanoTime()` said when it began
  static Attempt over(
      List<Finding> findings, List<CaseResult.Step> steps, List<Exchange> exchanges, long start) {
    return new Attempt(findings, steps, exchanges, since(start), Optional.empty());
  }

  /// One that could not be carried out.
  ///
  /// @param start what `System.nanoTime()` said when it began
  static Attempt failed(Trouble trouble, long start) {
    return new Attempt(List.of(), List.of(), List.of(), since(start), Optional.of(trouble));
  }

  /// The time since `System.nanoTime()` said `start`.
  static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /// The same try with other findings and another trouble, or none.
  Attempt with(List<Finding> others, Optional<Trouble> another) {
    return new Attempt(others, steps, exchanges, duration, another);
  }
}
