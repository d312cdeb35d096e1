package dev.concordat.wire.http;

import dev.concordat.model.link.LinkName;
import dev.concordat.wire.capture.Wiring;
import io.netty.buffer.Unpooled;

/// Reads along on one connection that somebody else relays, and tells the exchanges it finds. Give it bytes before they are
/// relayed: then an exchange is in the sink before its consumer has the last byte.
///
/// Thread-safe.
public final class Observation {
  private final Tap tap;

  private Observation(Tap tap) {
    this.tap = tap;
  }

  /// An observation of a new connection.
  ///
  /// @param wiring where exchanges go; its loops are not used
  public static Observation of(LinkName link, Wiring wiring) {
    return new Observation(new Tap(link, wiring, new Counters()));
  }

  /// The consumer sent these bytes.
  public synchronized void sent(byte[] bytes, int from, int length) {
    tap.request(Unpooled.wrappedBuffer(bytes, from, length));
  }

  /// The provider sent these bytes.
  public synchronized void answered(byte[] bytes, int from, int length) {
    tap.response(Unpooled.wrappedBuffer(bytes, from, length));
    notifyAll();
  }

  /// The consumer sends no more.
  public synchronized void sentAll() {
    tap.requestsEnded();
  }

  /// The provider sends no more.
  public synchronized void answeredAll() {
    tap.responsesEnded();
    notifyAll();
  }

  /// The connection is over; what waits for a response failed.
  public synchronized void failed(String failure) {
    tap.failed(failure);
    notifyAll();
  }

  /// Waits until every request has its response, or nothing can be told any more.
  public synchronized void awaitAnswers() throws InterruptedException {
    while (!tap.isIdle() && !tap.isOpaque()) {
      wait();
    }
  }
}
