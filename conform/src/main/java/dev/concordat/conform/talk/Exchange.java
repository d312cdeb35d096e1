package dev.concordat.conform.talk;

import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import java.util.Optional;

/// A trial with what was sent for it and what came of it.
///
/// @param number counts the requests of a run, from 1
/// @param sent the request as it went out, credentials and all
public record Exchange(int number, Trial trial, HttpRequestMessage sent, Answer answer) {

  /// The response, if a whole one came.
  public Optional<HttpResponseMessage> response() {
    return answer instanceof Answer.Got got ? Optional.of(got.response()) : Optional.empty();
  }

  /// The response's status; 0 when no whole response came.
  public int status() {
    return answer instanceof Answer.Got got ? got.response().status() : 0;
  }

  /// Whether the answer is a 2xx.
  public boolean isSuccess() {
    return status() / 100 == 2;
  }
}
