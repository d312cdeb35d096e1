package dev.concordat.conform.explain;

import dev.concordat.cases.KnownValues;
import dev.concordat.conform.learned.Demand;
import dev.concordat.conform.talk.Exchange;
import dev.concordat.conform.talk.Expected;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.model.conform.Notice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What refusals of valid requests say, by operation. What two answers said alike is used for the requests that follow; all of
/// it becomes sentences that the contract lacks. Thread-safe.
public final class Explanations {
  /// Once may be chance; twice the same is a rule.
  private static final int HITS = 2;

  private final Map<String, Account> accounts = new LinkedHashMap<>();

  /// Takes in what an earlier run learned, as long as nothing speaks against it.
  public synchronized void recall(HttpOperation operation, List<Demand> demands) {
    account(operation).recall(demands.stream().flatMap(each -> Hint.of(each).stream()).toList());
  }

  /// Whether something that an earlier run learned about it is taken for true.
  public synchronized boolean isRecalled(HttpOperation operation) {
    return account(operation).isRecalled();
  }

  /// What an earlier run learned about it is not so any more.
  public synchronized void forget(HttpOperation operation) {
    account(operation).recall(List.of());
  }

  /// What is known by now, for the next run.
  public synchronized List<Demand> demands() {
    return accounts.values().stream()
        .flatMap(
            account ->
                account.hints(HITS).stream().map(hint -> hint.demand(account.operation().id())))
        .toList();
  }

  /// Takes in an exchange; only valid requests count.
  public synchronized void hear(Exchange exchange) {
    Expected expected = exchange.trial().expected();
    boolean isValid =
        exchange.trial().deviation().isEmpty()
            && (expected == Expected.ANSWERED || expected == Expected.ACCEPTED);
    if (isValid && exchange.response().isPresent()) {
      account(exchange.trial().operation()).book(exchange);
    }
  }

  private Account account(HttpOperation operation) {
    return accounts.computeIfAbsent(operation.id(), id -> new Account(operation));
  }

  /// Whether a trial's answer was taken in already.
  public synchronized boolean isHeard(HttpOperation operation, String trialId) {
    return account(operation).isHeard(trialId);
  }

  /// What was known before, with what refusals taught.
  public KnownValues knowing(KnownValues known) {
    return new Taught(known, this);
  }

  synchronized List<Hint> learned(HttpOperation operation) {
    return account(operation).hints(HITS);
  }

  /// A valid request that stands for all, where every one was refused for what it says.
  synchronized Optional<Exchange> refusedThroughout(HttpOperation operation, int least) {
    Account account = account(operation);
    return account.refusedAll(least) ? account.refused() : Optional.empty();
  }

  synchronized int refusals(HttpOperation operation) {
    return account(operation).refusals();
  }

  /// What the contract's owner should add, in the order in which the operations were heard of.
  public synchronized List<Notice> notices() {
    var notices = new ArrayList<Notice>();
    accounts.values().forEach(account -> notices.addAll(Additions.of(account)));
    return List.copyOf(notices);
  }
}
