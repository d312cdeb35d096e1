package dev.concordat.conform.cause;

import dev.concordat.conform.experiment.Suspicion;
import dev.concordat.conform.learned.Failure;
import dev.concordat.conform.learned.Single;
import dev.concordat.conform.learned.Step;
import dev.concordat.conform.talk.Answer;
import dev.concordat.conform.talk.Exchange;
import dev.concordat.model.conform.ConformFinding;
import dev.concordat.model.conform.Told;
import dev.concordat.model.digest.Sha;
import dev.concordat.model.exchange.Curl;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.finding.ConformHttpRules;
import dev.concordat.wire.redaction.Redactor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Makes findings of what a run suspects, ranked, with secrets taken out.
public final class Findings {
  private static final int ID_LENGTH = 6;

  private final String server;
  private final Redactor redactor;

  /// @param server the provider's address without a path, for curl
  public Findings(String server, Redactor redactor) {
    this.server = server;
    this.redactor = redactor;
  }

  /// A finding, with what is needed to try it again.
  public record Found(ConformFinding finding, Failure failure) {}

  /// The findings, surest first, then worst first, then as they were seen.
  ///
  /// @param refusals which parts of requests are checked at all
  public List<Found> of(Suspects suspects, Refusals refusals) {
    List<Suspect> faults = Joining.join(suspects.all(), refusals);
    List<Found> findings = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Suspect fault : faults) {
      ConformFinding finding = finding(fault, ids);
      findings.add(new Found(finding, failure(fault, finding)));
    }
    findings.sort(
        Comparator.comparing(
            Found::finding,
            Comparator.comparing(ConformFinding::isFlaky)
                .thenComparing(ConformFinding::certainty)
                .thenComparingInt(finding -> Weight.of(finding.breaks()))
                .thenComparingInt(finding -> -finding.places().size())));
    return findings;
  }

  private Failure failure(Suspect fault, ConformFinding finding) {
    Suspicion best = fault.best();
    return new Failure(
        finding.id(),
        finding.breaks().id(),
        finding.operation(),
        finding.pointer(),
        finding.message(),
        best.causeKey(),
        fault.experiment().id(),
        best.story().stream().map(Step::of).toList(),
        fault
            .experiment()
            .single()
            .map(Single::of)
            .map(single -> single.with(redactor.redact(single.request()))));
  }

  private ConformFinding finding(Suspect fault, Set<String> ids) {
    Suspicion best = fault.best();
    return new ConformFinding(
        id(best.causeKey(), ids),
        fault.isFlaky() ? ConformHttpRules.FLAKY_ANSWER : best.rule(),
        best.rule(),
        best.certainty(),
        fault.isFlaky(),
        fault.tries(),
        best.operation(),
        best.pointer(),
        redactor.redact(best.message()),
        best.why(),
        best.sentence(),
        best.comparison(),
        fault.places(),
        fault.cases(),
        best.story().stream().map(this::told).toList(),
        best.story().stream().map(this::curl).flatMap(Optional::stream).toList(),
        best.consequences().stream().map(redactor::redact).toList());
  }

  private Told told(Exchange exchange) {
    HttpRequestMessage request = redactor.redact(exchange.sent());
    String what = exchange.trial().reason().what();
    return switch (exchange.answer()) {
      case Answer.Got(var response, Duration took, _) ->
          new Told(what, request, Optional.of(redactor.redact(response)), "", took);
      case Answer.Nothing(Answer.Kind ignored, String reason, Duration took) ->
          new Told(what, request, Optional.empty(), reason, took);
      case Answer.NotSent(Answer.Cause ignored, String reason) ->
          new Told(what, request, Optional.empty(), reason, Duration.ZERO);
    };
  }

  private Optional<String> curl(Exchange exchange) {
    return Curl.of(redactor.redact(exchange.sent()), server);
  }

  /// Short, the same in every run while the cause is the same, and longer only where two would be one.
  private static String id(String cause, Set<String> taken) {
    String digest = Sha.SHA_256.of(cause);
    int length = ID_LENGTH;
    while (!taken.add(digest.substring(0, length))) {
      length++;
    }
    return digest.substring(0, length);
  }
}
