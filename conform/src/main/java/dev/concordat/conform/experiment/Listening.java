package dev.concordat.conform.experiment;

import dev.concordat.conform.talk.Conversation;
import dev.concordat.conform.talk.Exchange;
import dev.concordat.conform.talk.Memory;
import dev.concordat.conform.talk.Trial;
import dev.concordat.contracts.openapi.OpenApiContract;
import java.util.function.Consumer;

/// A conversation to which somebody listens.
///
/// @param listener gets every exchange when it is over
public record Listening(Conversation talk, Consumer<Exchange> listener) implements Conversation {
  @Override
  public Exchange send(Trial trial) {
    Exchange exchange = talk.send(trial);
    listener.accept(exchange);
    return exchange;
  }

  @Override
  public boolean hasBudget(int requests) {
    return talk.hasBudget(requests);
  }

  @Override
  public Memory memory() {
    return talk.memory();
  }

  @Override
  public OpenApiContract contract() {
    return talk.contract();
  }

  @Override
  public int users() {
    return talk.users();
  }
}
