package dev.concordat.engine.run;

import dev.concordat.engine.fidelity.Journey;
import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.model.exchange.Exchange;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Journeys through a running environment. Data are fresh for the first of them, and wherever one fails that may not fail
/// with fresh data; making them anew each time would take most of the time.
final class FidelityJourney implements Journey, AutoCloseable {
  private static final int FIRST_REDIRECT = 300;
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  private final Session session;
  private final String system;
  private final String id;
  private int number;
  private int uses;
  private boolean isSpentAtOnce;
  private @Nullable FreshData data;

  FidelityJourney(Session session, String system, String id) {
    this.session = session;
    this.system = system;
    this.id = id;
  }

  @Override
  public Trip send(
      HttpRequestMessage request,
      Function<HttpResponseMessage, Optional<HttpRequestMessage>> readingBack)
      throws EnvironmentFailure {
    if (SAFE.contains(request.method())) {
      return sent(request, readingBack, false);
    }
    boolean isFresh = isSpentAtOnce || data == null;
    if (isFresh) {
      freshen();
    }
    uses++;
    Trip trip = sent(request, readingBack, true);
    if (isFresh || isSuccess(trip)) {
      return trip;
    }
    // What was sold out or refunded before may be why.
    int before = uses;
    freshen();
    uses = 1;
    Trip again = sent(request, readingBack, true);
    isSpentAtOnce = isSuccess(again) && before == 2;
    return again;
  }

  private void freshen() throws EnvironmentFailure {
    close();
    data = FreshData.open(session.environment(), id);
    uses = 0;
  }

  private static boolean isSuccess(Trip trip) {
    return trip.answer().filter(it -> it.status() < FIRST_REDIRECT).isPresent();
  }

  @Override
  public void close() {
    if (data != null) {
      data.close();
      data = null;
    }
  }

  private Trip sent(
      HttpRequestMessage request,
      Function<HttpResponseMessage, Optional<HttpRequestMessage>> readingBack,
      boolean settles) {
    List<Exchange> all = new ArrayList<>();
    Optional<HttpResponseMessage> answer = answer(request, settles, all);
    answer.flatMap(readingBack).ifPresent(next -> answer(next, false, all));
    return new Trip(answer, all);
  }

  private Optional<HttpResponseMessage> answer(
      HttpRequestMessage request, boolean settles, List<Exchange> all) {
    String attempt = id + "@" + ++number;
    Session.Sent sent =
        session.send(
            system,
            request,
            attempt,
            Trace.of(session.runId(), id, number),
            CallStep.ANSWER_LIMIT,
            settles);
    all.addAll(sent.caused());
    return sent.answer() instanceof HttpCaller.Answer.Got got
        ? Optional.of(got.response())
        : Optional.empty();
  }
}
