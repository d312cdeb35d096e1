package dev.concordat.engine.run;

import dev.concordat.cases.ContractCase;
import dev.concordat.engine.resilience.Pair;
import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.model.exchange.Exchange;
import dev.concordat.model.exchange.HttpExchange;
import dev.concordat.model.exchange.MessageDelivery;
import dev.concordat.model.exchange.RowChange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Two requests to a consumer that make it call one operation of a provider. Both carry one trace, so that all they lead to is
/// known to be theirs.
final class LinkPair implements Pair, AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final Session session;
  private final ContractCase first;
  private final ContractCase second;
  private final String name;
  private final HttpCaller other = new HttpCaller();
  private Trace trace;
  private String attempt = "";
  private int number;
  private @Nullable FreshData data;

  LinkPair(Session session, ContractCase first, ContractCase second, String name) {
    this.session = session;
    this.first = first;
    this.second = second;
    this.name = "order:" + name;
    this.trace = Trace.of(session.runId(), this.name, 0);
  }

  @Override
  public void begin() throws EnvironmentFailure {
    session.settle();
    close(data);
    data = FreshData.open(session.environment(), name);
    attempt = name + "@" + ++number;
    trace = Trace.of(session.runId(), name, number);
    session.ledger().begin(attempt, trace);
  }

  @Override
  public void call(Which which) {
    ContractCase cause = which == Which.FIRST ? first : second;
    HttpCaller caller = which == Which.FIRST ? session.caller() : other;
    var _ =
        caller.send(
            session.environment().address(cause.system()),
            cause.request(),
            trace.headers(),
            PATIENCE);
  }

  @Override
  public List<Left> end() {
    session.settle();
    session.ledger().collect();
    List<Exchange> exchanges = session.ledger().of(attempt);
    List<Left> left = new ArrayList<>();
    for (Exchange exchange : exchanges) {
      switch (exchange) {
        case RowChange ignored -> {
          // Rows count as they were last.
        }
        case MessageDelivery message ->
            message
                .value()
                .ifPresent(
                    value ->
                        left.add(
                            new Left(
                                "messages on " + message.address(),
                                LeftBehind.values(JsonBodies.of(value)))));
        case HttpExchange http -> {
          if (http.link().isOurs() && http.response().isPresent()) {
            Map<String, String> values =
                LeftBehind.values(JsonBodies.of(http.response().get().body()));
            values.put("status", Integer.toString(http.response().get().status()));
            left.add(new Left("answers", values));
          }
        }
      }
    }
    left.addAll(LeftBehind.rows(exchanges, _ -> true));
    return left;
  }

  private static void close(@Nullable FreshData old) {
    if (old != null) {
      old.close();
    }
  }

  @Override
  public void close() {
    close(data);
    other.close();
  }
}
