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
}
