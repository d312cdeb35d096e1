package dev.concordat.engine.run;

import dev.concordat.cases.ContractCase;
import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.model.exchange.Exchange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A request that is sent again and again: with fresh data each time where it changes something, with the same data where it
/// does not.
final class TimedCall implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final int FIRST_FAILURE = 400;
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  private final Session session;
  private final ContractCase cause;
  private final List<FreshData> open = new ArrayList<>();

  TimedCall(Session session, ContractCase cause) {
    this.session = session;
    this.cause = cause;
  }

  /// What one of them took.
  record Run(Duration took, Optional<Integer> status, List<Exchange> exchanges) {
    boolean isGood() {
      return status.filter(it -> it < FIRST_FAILURE).isPresent();
    }
  }

  /// @param id of the case that it is for
  /// @param number the run's; no other of the case has it
  Run once(String id, int number) throws EnvironmentFailure {
    freshen();
    String attempt = id + "@" + number;
    Trace trace = Trace.of(session.runId(), id, number);
    Session.Sent sent = session.send(cause, attempt, trace, PATIENCE, false);
    Optional<Integer> status =
        sent.answer() instanceof HttpCaller.Answer.Got got
            ? Optional.of(got.response().status())
            : Optional.empty();
    return new Run(sent.answer().took(), status, sent.caused());
  }

  /// Whether it is answered well.
  ///
  /// @param number no other of the case has it
  static boolean works(Session session, ContractCase cause, String id, int number)
      throws EnvironmentFailure {
    try (var call = new TimedCall(session, cause)) {
      return call.once(id + ":choice", number).isGood();
    }
  }

  private void freshen() throws EnvironmentFailure {
    if (!open.isEmpty() && SAFE.contains(cause.request().method())) {
      return;
    }
    if (!open.isEmpty()) {
      session.settle();
    }
    close();
    open.add(FreshData.open(session.environment(), cause.id()));
  }

  @Override
  public void close() {
    open.forEach(FreshData::close);
    open.clear();
  }
}
