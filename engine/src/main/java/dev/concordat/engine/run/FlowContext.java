package dev.concordat.engine.run;

import dev.concordat.engine.book.ContractBook;
import dev.concordat.engine.judge.Judge;
import dev.concordat.environment.running.Environment;
import dev.concordat.environment.setup.PartSpec;
import dev.concordat.model.exchange.Exchange;
import dev.concordat.model.exchange.Headers;
import dev.concordat.model.exchange.HttpExchange;
import dev.concordat.model.exchange.MessageDelivery;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the steps of one flow case share.
///
/// @param start the position in the observation log before the first step, so that no message can be missed
/// @param taken ids of messages that steps have received
record FlowContext(
    Environment environment,
    ContractBook book,
    HttpCaller caller,
    Trace trace,
    int start,
    Set<String> taken) {

  static FlowContext begin(
      Environment environment, ContractBook book, HttpCaller caller, Trace trace) {
    return new FlowContext(
        environment, book, caller, trace, environment.observations().mark(), new HashSet<>());
  }

  List<Exchange> seen() {
    return environment.observations().since(start);
  }

  /// Waits until something more was observed, at most so long.
  void awaitMore(int known, Duration limit) {
    try {
      environment.observations().awaitMore(start + known, limit);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Messages of a published channel that no step has taken and that no other trace caused, oldest first.
  List<MessageDelivery> messages(ContractBook.Topic topic) {
    return seen().stream()
        .filter(MessageDelivery.class::isInstance)
        .map(MessageDelivery.class::cast)
        .filter(message -> topic.covers(message.address()) && !taken.contains(message.id()))
        .filter(message -> Headers.first(message.headers(), Judge.OWN_MESSAGE).isEmpty())
        .filter(message -> message.traceId().filter(id -> !id.equals(trace.traceId())).isEmpty())
        .toList();
  }

  /// The broker that carries a flow's messages: the one that the message's name begins with, or the first.
  Optional<String> broker(String message) {
    return environment.setup().parts().stream()
        .filter(part -> part.kind().equals("kafka"))
        .sorted(Comparator.comparingInt(part -> message.startsWith(part.name() + ".") ? 0 : 1))
        .map(PartSpec::name)
        .findFirst();
  }

  /// The newest exchange between Concordat and a system in this case.
  Optional<String> lastCall(String system) {
    return seen().stream()
        .filter(HttpExchange.class::isInstance)
        .map(HttpExchange.class::cast)
        .filter(exchange -> exchange.link().isOurs() && exchange.link().provider().equals(system))
        .reduce((first, second) -> second)
        .map(HttpExchange::id);
  }
}
