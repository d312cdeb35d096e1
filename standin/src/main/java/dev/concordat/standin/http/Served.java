package dev.concordat.standin.http;

import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.standin.fault.Disturbance;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An answer and what happens to it on its way. `Content-Length` is the server's business; a length among the headers is
/// replaced. Immutable; who gives the same one again saves the server the work of writing it.
public final class Served {
  private final HttpResponseMessage message;
  private final String reason;
  private final Disturbance disturbance;

  /// As it is written to connections that stay open. Made when it is first needed; two threads may make it, and both make the
  /// same.
  private volatile byte @Nullable [] written;

  /// An answer.
  ///
  /// @param reason the reason phrase of the status line; empty for the usual one
  public Served(HttpResponseMessage message, String reason, Disturbance disturbance) {
    this.message = message;
    this.reason = reason;
    this.disturbance = disturbance;
  }

  /// The answer as it is.
  public static Served of(HttpResponseMessage message) {
    return new Served(message, "", Disturbance.NONE);
  }

  public Served with(Disturbance other) {
    return new Served(message, reason, other);
  }

  /// The same with more headers, after the others.
  public Served with(List<Header> more) {
    var all = new ArrayList<Header>(message.headers().size() + more.size());
    all.addAll(message.headers());
    all.addAll(more);
    return new Served(
        new HttpResponseMessage(message.status(), all, message.body()), reason, disturbance);
  }

  public HttpResponseMessage message() {
    return message;
  }

  public String reason() {
    return reason;
  }

  public Disturbance disturbance() {
    return disturbance;
  }

  /// The bytes of the answer to a request that is not HEAD, on a connection that stays open.
  byte[] written() {
    byte[] known = written;
    if (known == null) {
      known = ResponseBytes.of(this, new Expected(false, false, "/"));
      written = known;
    }
    return known;
  }
}
