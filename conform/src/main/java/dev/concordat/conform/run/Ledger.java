package dev.concordat.conform.run;

import dev.concordat.conform.talk.Answer;
import dev.concordat.conform.talk.Exchange;
import dev.concordat.contracts.http.HttpOperation;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What was sent to each operation, and how it answered. Thread-safe.
public final class Ledger {
  private static final int MAX_TIMEOUTS = 4;

  private final Map<String, Account> accounts = new LinkedHashMap<>();
  private int reachable;
  private String unreachable = "";

  private static final class Account {
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final Map<Integer, Exchange> lastValid = new HashMap<>();
    private int requests;
    private int timeoutsInARow;
  }

  /// Books an exchange under its trial's operation.
  synchronized void book(Exchange exchange) {
    Account account = account(exchange.trial().operation());
    account.requests++;
    boolean isTimeout =
        exchange.answer() instanceof Answer.Nothing nothing
            && nothing.kind() == Answer.Kind.TIMEOUT;
    account.timeoutsInARow = isTimeout ? account.timeoutsInARow + 1 : 0;
    reachable++;
    if (!exchange.sent().method().equals(exchange.trial().operation().method())) {
      return; // the answer to a method that the path does not have is none of the operation's
      // outcomes
    }
    account.statuses.merge(exchange.status(), 1, Integer::sum);
    if (exchange.trial().deviation().isEmpty()) {
      account.lastValid.put(exchange.status(), exchange);
    }
  }

  /// Whether an operation gave no answer in time again and again: more requests would only eat the budget.
  synchronized boolean hangs(HttpOperation operation) {
    return account(operation).timeoutsInARow >= MAX_TIMEOUTS;
  }

  synchronized void bookUnreachable(String reason) {
    unreachable = reason;
  }

  private Account account(HttpOperation operation) {
    return accounts.computeIfAbsent(operation.id(), id -> new Account());
  }

  /// Whether it was ever answered with 2xx.
  public synchronized boolean hasSucceeded(HttpOperation operation) {
    return account(operation).statuses.keySet().stream().anyMatch(status -> status / 100 == 2);
  }

  /// How many requests were sent to it.
  public synchronized int requests(HttpOperation operation) {
    return account(operation).requests;
  }

  /// How often each status came; 0 stands for no whole answer.
  public synchronized Map<Integer, Integer> statuses(HttpOperation operation) {
    return Map.copyOf(account(operation).statuses);
  }

  /// The last request that kept the contract and was answered with this status.
  public synchronized Optional<Exchange> lastValid(HttpOperation operation, int status) {
    return Optional.ofNullable(account(operation).lastValid.get(status));
  }

  /// Why no connection could be made; empty when one could, ever.
  public synchronized String trouble() {
    return reachable == 0 ? unreachable : "";
  }
}
