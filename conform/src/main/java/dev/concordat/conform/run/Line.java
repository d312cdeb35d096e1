package dev.concordat.conform.run;

import dev.concordat.conform.talk.Answer;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.wire.caller.Called;
import dev.concordat.wire.caller.Caller;
import java.time.Duration;

/// One connection to the provider, with answers in the words of a run.
final class Line implements AutoCloseable {
  private final Caller caller;
  private final Duration limit;

  Line(Caller caller, Duration limit) {
    this.caller = caller;
    this.limit = limit;
  }

  Answer send(HttpRequestMessage request) {
    return switch (caller.send(request, limit)) {
      case Called.Answered(var response, Duration took) -> new Answer.Got(response, took);
      case Called.Failed(Called.Failure failure, String reason, Duration took) ->
          new Answer.Nothing(kind(failure), reason, took);
      case Called.Unreachable(String reason) ->
          new Answer.NotSent(Answer.Cause.UNREACHABLE, reason);
      case Called.Unsendable(String reason) -> new Answer.NotSent(Answer.Cause.UNSENDABLE, reason);
    };
  }

  private static Answer.Kind kind(Called.Failure failure) {
    return switch (failure) {
      case CLOSED -> Answer.Kind.CLOSED;
      case TIMEOUT -> Answer.Kind.TIMEOUT;
      case MALFORMED -> Answer.Kind.MALFORMED;
      case TOO_LARGE -> Answer.Kind.TOO_LARGE;
    };
  }

  @Override
  public void close() {
    caller.close();
  }
}
