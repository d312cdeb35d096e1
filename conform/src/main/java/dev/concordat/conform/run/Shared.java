package dev.concordat.conform.run;

import dev.concordat.conform.cause.Refusals;
import dev.concordat.conform.talk.Credentials;
import dev.concordat.conform.talk.Recollection;
import dev.concordat.contracts.openapi.OpenApiContract;
import java.util.function.Consumer;

/// What all workers of a run share. Thread-safe.
public final class Shared {
  private final OpenApiContract contract;
  private final Limits limits;
  private final Budget budget;
  private final Credentials credentials;
  private final Recollection memory;
  private final Ledger ledger = new Ledger();
  private final Refusals refusals = new Refusals();
  private final Novelty novelty = new Novelty();
  private final Consumer<RunEvent> listener;
  private volatile String lost = "";

  public Shared(
      OpenApiContract contract,
      Limits limits,
      Budget budget,
      Credentials credentials,
      Recollection memory,
      Consumer<RunEvent> listener) {
    this.contract = contract;
    this.limits = limits;
    this.budget = budget;
    this.credentials = credentials;
    this.memory = memory;
    this.listener = listener;
  }

  OpenApiContract contract() {
    return contract;
  }

  Limits limits() {
    return limits;
  }

  Budget budget() {
    return budget;
  }

  Credentials credentials() {
    return credentials;
  }

  Recollection memory() {
    return memory;
  }

  /// What each operation answered.
  public Ledger ledger() {
    return ledger;
  }

  /// Which parts of requests are checked at all.
  public Refusals refusals() {
    return refusals;
  }

  Novelty novelty() {
    return novelty;
  }

  /// Ends the run because nobody listens any more.
  void lose(String reason) {
    lost = reason;
    budget.stop();
  }

  /// Why the provider was lost in the middle of the run; empty when it was not.
  public String lost() {
    return lost;
  }

  synchronized void tell(RunEvent event) {
    listener.accept(event);
  }
}
