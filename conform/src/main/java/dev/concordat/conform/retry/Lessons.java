package dev.concordat.conform.retry;

import dev.concordat.conform.cause.Again.Outcome;
import dev.concordat.conform.cause.Findings.Found;
import dev.concordat.conform.cause.Suspects;
import dev.concordat.conform.learned.Demand;
import dev.concordat.conform.learned.Failure;
import dev.concordat.conform.learned.Learned;
import dev.concordat.conform.learned.Worked;
import dev.concordat.conform.talk.Exchange;
import dev.concordat.conform.talk.Expected;
import dev.concordat.conform.talk.Identity;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.openapi.HttpJudge;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.model.conform.Recalled;
import dev.concordat.model.conform.Recalled.Earlier;
import dev.concordat.model.conform.Recalled.Now;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.wire.redaction.Redactor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What a run knows from before, what of it proved to be so, and what it leaves for the next run. Thread-safe.
public final class Lessons {
  private final OpenApiContract contract;
  private final HttpJudge judge;
  private final Learned known;
  private final Redactor redactor;
  private final Map<String, HttpRequestMessage> worked = new LinkedHashMap<>();
  private final Set<String> requested = new HashSet<>();

  /// @param known what earlier runs left
  public Lessons(OpenApiContract contract, Learned known, Redactor redactor) {
    this.contract = contract;
    this.judge = new HttpJudge(contract);
    this.known = known;
    this.redactor = redactor;
  }

  /// Takes in what was sent and what came.
  public synchronized void hear(Exchange exchange) {
    HttpOperation operation = exchange.trial().operation();
    requested.add(operation.id());
    Expected expected = exchange.trial().expected();
    boolean isPlain =
        exchange.trial().deviation().isEmpty()
            && (expected == Expected.ACCEPTED || expected == Expected.ANSWERED)
            && exchange.trial().identity().equals(Identity.FIRST)
            && exchange.sent().method().equals(operation.method());
    HttpRequestMessage request = exchange.trial().request();
    if (isPlain
        && exchange.isSuccess()
        && !worked.containsKey(operation.id())
        && request.body().total() <= Worked.MAX_BODY_BYTES
        && redactor.redact(request).equals(request)) {
      worked.put(operation.id(), request);
    }
  }

  /// The request of an operation that worked in an earlier run, where it still keeps the contract.
  public Optional<Worked> before(HttpOperation operation) {
    return known.worked().stream()
        .filter(it -> it.operation().equals(operation.id()))
        .filter(it -> judge.judgeRequest(it.request()).isEmpty())
        .findFirst();
  }

  /// What became of what was known.
  public synchronized Recalled recalled(Suspects suspects, Retrials retrials) {
    long again =
        known.worked().stream()
            .filter(before -> before.request().equals(worked.get(before.operation())))
            .count();
    return new Recalled(
        known.worked().size(),
        (int) again,
        known.demands().size(),
        known.failures().stream()
            .map(
                failure ->
                    new Earlier(
                        failure.id(),
                        failure.rule(),
                        failure.operation(),
                        failure.message(),
                        now(failure, suspects, retrials)))
            .toList());
  }

  private static Now now(Failure failure, Suspects suspects, Retrials retrials) {
    if (suspects.shows(failure)) {
      return Now.BROKEN;
    }
    return retrials.outcome(failure) == Outcome.NOT_SEEN ? Now.FIXED : Now.NOT_TRIED;
  }

  /// What the next run should know: what worked in this one, or in an earlier one where this one did not come to it; what is
  /// still demanded; what was found, and what was found before and could not be tried.
  ///
  /// @param isComplete whether this run tried everything, so that what it did not find is not worth keeping
  public synchronized Learned after(
      List<Demand> demands, List<Found> found, Recalled recalled, boolean isComplete) {
    List<Worked> requests = new ArrayList<>();
    for (HttpOperation operation : contract.operations()) {
      Optional.ofNullable(worked.get(operation.id()))
          .map(request -> new Worked(operation.id(), request))
          .or(() -> before(operation).filter(_ -> !requested.contains(operation.id())))
          .ifPresent(requests::add);
    }
    Stream<Failure> now = found.stream().filter(it -> !it.finding().isFlaky()).map(Found::failure);
    Set<String> open = new HashSet<>();
    recalled.earlier().stream()
        .filter(it -> it.now() == Now.NOT_TRIED && !isComplete)
        .forEach(it -> open.add(it.id()));
    Stream<Failure> before =
        known.failures().stream().filter(failure -> open.contains(failure.id()));
    return new Learned(requests, demands, Stream.concat(now, before).toList());
  }
}
