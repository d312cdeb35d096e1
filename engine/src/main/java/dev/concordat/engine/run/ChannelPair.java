package dev.concordat.engine.run;

import dev.concordat.cases.ContractCase;
import dev.concordat.engine.plan.PlannedCase;
import dev.concordat.engine.resilience.LinkLog;
import dev.concordat.engine.resilience.Pair;
import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.environment.running.Environment;
import dev.concordat.model.exchange.Exchange;
import dev.concordat.model.exchange.HttpExchange;
import dev.concordat.model.exchange.MessageDelivery;
import dev.concordat.model.exchange.RowChange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Two requests to a publisher that lead to messages on a topic, and what a subscriber of the topic leaves behind for them: rows of its
/// databases, messages that it sends on, calls that change something, and how the numbers of its answers have grown.
final class ChannelPair implements Pair, AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration PUBLISHED_WITHIN = Duration.ofSeconds(3);

  /// Consumers that commit by themselves do so every five seconds.
  private static final Duration READ_WITHIN = Duration.ofMillis(6_500);

  private static final Duration QUIET = Duration.ofMillis(300);
  private static final Duration QUIET_WITHIN = Duration.ofSeconds(5);
  private static final Set<String> NOT_REPEATABLE = Set.of("POST", "PATCH");

  private final Session session;
  private final PlannedCase.OfMessages planned;
  private final String broker;
  private final ContractCase first;
  private final ContractCase second;
  private final Growth growth;
  private Trace trace;
  private String attempt = "";
  private int number;
  private @Nullable FreshData data;

  ChannelPair(
      Session session,
      PlannedCase.OfMessages planned,
      String broker,
      ContractCase first,
      ContractCase second) {
    this.session = session;
    this.planned = planned;
    this.broker = broker;
    this.first = first;
    this.second = second;
    this.growth = new Growth(session, planned.asks());
    this.trace = Trace.of(session.runId(), planned.id(), 0);
  }

  @Override
  public void begin() throws EnvironmentFailure {
    session.settle();
    close();
    data = FreshData.open(session.environment(), planned.id());
    attempt = planned.id() + "@" + ++number;
    trace = Trace.of(session.runId(), planned.id(), number);
    session.ledger().begin(attempt, trace);
    growth.begin();
  }

  @Override
  public void call(Which which) {
    ContractCase cause = which == Which.FIRST ? first : second;
    int before = messages();
    var _ =
        session
            .caller()
            .send(
                environment().address(cause.system()), cause.request(), trace.headers(), PATIENCE);
    long until = System.nanoTime() + PUBLISHED_WITHIN.toNanos();
    while (messages() == before && System.nanoTime() < until) {
      await(Duration.ofNanos(until - System.nanoTime()));
    }
  }

  @Override
  public List<Left> end() {
    int known;
    do {
      known = messages();
      awaitRead();
      session.settle();
      awaitQuiet();
    } while (messages() > known);
    List<Left> left = new ArrayList<>(growth.end());
    List<Exchange> seen = seen();
    left.addAll(LeftBehind.rows(seen, this::isOfSubscriber));
    Set<String> keys = new HashSet<>();
    for (Exchange exchange : seen) {
      switch (exchange) {
        case MessageDelivery message -> {
          if (isSentOn(message)) {
            left.add(
                new Left(
                    "messages on " + message.address(),
                    message
                        .value()
                        .map(value -> LeftBehind.values(JsonBodies.of(value)))
                        .orElse(Map.of())));
          }
        }
        case HttpExchange http -> {
          if (http.link().consumer().equals(subscriber())
              && NOT_REPEATABLE.contains(http.request().method())
              && LinkLog.key(http.request().headers()).filter(key -> !keys.add(key)).isEmpty()) {
            left.add(call(http));
          }
        }
        case RowChange ignored -> {
          // Rows count as they were last.
        }
      }
    }
    return left;
  }

  /// What was seen since the last beginning.
  List<Exchange> seen() {
    session.ledger().collect();
    return session.ledger().of(attempt);
  }

  private Left call(HttpExchange http) {
    String provider = http.link().provider();
    String operation =
        LinkRunner.operation(session.plan().book(), http)
            .map(it -> provider + "." + it)
            .orElse(provider);
    Map<String, String> values =
        new LinkedHashMap<>(LeftBehind.values(JsonBodies.of(http.request().body())));
    return new Left("calls of " + operation, values);
  }

  private boolean isOfSubscriber(String part) {
    return RowStep.keeper(environment().setup(), part).equals(subscriber());
  }

  private boolean isSentOn(MessageDelivery message) {
    Optional<String> sender =
        environment().sender(message).or(() -> session.plan().book().publisher(message.address()));
    return sender.filter(subscriber()::equals).isPresent();
  }

  private int messages() {
    return (int)
        seen().stream()
            .filter(
                it ->
                    it instanceof MessageDelivery message
                        && message.address().equals(planned.address()))
            .count();
  }

  private void awaitRead() {
    try {
      var _ = environment().groups(broker).awaitRead(planned.address(), READ_WITHIN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// What is done behind an acknowledged message, such as sending another, comes soon or not at all.
  private void awaitQuiet() {
    long until = System.nanoTime() + QUIET_WITHIN.toNanos();
    while (System.nanoTime() < until && await(QUIET)) {
      // Something came; it is quiet when nothing does.
    }
  }

  /// Waits for one more observation.
  private boolean await(Duration limit) {
    try {
      return environment().observations().awaitMore(environment().observations().mark(), limit);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private String subscriber() {
    return planned.topic().system();
  }

  private Environment environment() {
    return session.environment();
  }

  @Override
  public void close() {
    if (data != null) {
      data.close();
      data = null;
    }
  }
}
