package dev.concordat.standin.http;

import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.standin.fault.Disturbance;

/// An answer and what happens to it on its way. `Content-Length` is the server's business; a length among the headers is
/// replaced.
///
/// @param reason the reason phrase of the status line; empty for the usual one
public record Served(HttpResponseMessage message, String reason, Disturbance disturbance) {
  /// The answer as it is.
  public static Served of(HttpResponseMessage message) {
    return new Served(message, "", Disturbance.NONE);
  }

  public Served with(Disturbance other) {
    return new Served(message, reason, other);
  }
}
