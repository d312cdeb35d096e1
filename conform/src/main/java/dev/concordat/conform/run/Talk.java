package dev.concordat.conform.run;

import dev.concordat.conform.talk.Answer;
import dev.concordat.conform.talk.Conversation;
import dev.concordat.conform.talk.Exchange;
import dev.concordat.conform.talk.Identity;
import dev.concordat.conform.talk.Memory;
import dev.concordat.conform.talk.Trial;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.model.exchange.HttpRequestMessage;
import java.util.Optional;
import java.util.Set;

/// One worker's way to the provider: within the budget, with credentials, remembered and booked.
final class Talk implements Conversation, AutoCloseable {
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
  private static final int UNAUTHORIZED = 401;

  /// So many connections in a row that could not be made mean that the provider is gone.
  private static final int MAX_UNREACHABLE = 5;

  private final Shared shared;
  private final Line line;
  private int unreachableInARow;
  private int news;

  Talk(Shared shared, Line line) {
    this.shared = shared;
    this.line = line;
  }

  @Override
  public Exchange send(Trial trial) {
    HttpRequestMessage plain = trial.request();
    Limits limits = shared.limits();
    if (limits.isOnlySafe() && !SAFE.contains(plain.method())) {
      return notSent(trial, plain, Answer.Cause.UNSAFE, "only safe requests are sent");
    }
    HttpRequestMessage signed = sign(trial);
    if (limits.isDryRun()) {
      if (!shared.budget().has(1)) {
        return notSent(trial, signed, Answer.Cause.BUDGET, "the budget is spent");
      }
      shared.budget().take();
      shared.tell(new RunEvent.WouldSend(trial, signed));
      return notSent(trial, signed, Answer.Cause.BUDGET, "this is a dry run");
    }
    if (shared.ledger().hangs(trial.operation())) {
      return notSent(trial, signed, Answer.Cause.BUDGET, "the operation gives no answer in time");
    }
    int number = shared.budget().take();
    if (number == 0) {
      return notSent(trial, signed, Answer.Cause.BUDGET, "the budget is spent");
    }
    return receive(new Exchange(number, trial, signed, line.send(signed)));
  }

  private HttpRequestMessage sign(Trial trial) {
    return shared.credentials().sign(trial.operation(), trial.request(), trial.identity());
  }

  private Exchange receive(Exchange first) {
    Exchange exchange = first;
    if (exchange.answer() instanceof Answer.NotSent(Answer.Cause cause, String reason)) {
      if (cause == Answer.Cause.UNREACHABLE) {
        shared.ledger().bookUnreachable(reason);
        unreachableInARow++;
        if (unreachableInARow >= MAX_UNREACHABLE) {
          shared.lose(reason);
        }
      }
      return exchange;
    }
    unreachableInARow = 0;
    if (exchange.status() == UNAUTHORIZED
        && expectsToGetIn(exchange)
        && shared.credentials().renew(exchange.trial().identity())) {
      exchange = again(exchange).orElse(exchange);
    }
    shared.ledger().book(exchange);
    shared.refusals().book(exchange);
    boolean isNews = shared.novelty().isNew(exchange);
    news += isNews ? 1 : 0;
    shared.memory().remember(exchange);
    shared.tell(new RunEvent.Sent(exchange, isNews));
    return exchange;
  }

  private static boolean expectsToGetIn(Exchange exchange) {
    return exchange.trial().identity() instanceof Identity.User;
  }

  private Optional<Exchange> again(Exchange refused) {
    int number = shared.budget().take();
    if (number == 0) {
      return Optional.empty();
    }
    HttpRequestMessage signed = sign(refused.trial());
    return Optional.of(new Exchange(number, refused.trial(), signed, line.send(signed)));
  }

  private static Exchange notSent(
      Trial trial, HttpRequestMessage request, Answer.Cause cause, String reason) {
    return new Exchange(0, trial, request, new Answer.NotSent(cause, reason));
  }

  /// How many answers were of a new kind.
  int news() {
    return news;
  }

  @Override
  public boolean hasBudget(int requests) {
    return shared.budget().has(requests);
  }

  @Override
  public Memory memory() {
    return shared.memory();
  }

  @Override
  public OpenApiContract contract() {
    return shared.contract();
  }

  @Override
  public int users() {
    return shared.credentials().users();
  }

  @Override
  public void close() {
    line.close();
  }
}
