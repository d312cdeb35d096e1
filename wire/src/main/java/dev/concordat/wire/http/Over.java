package dev.concordat.wire.http;

/// The connection is over: whoever works on it stops.
final class Over extends Exception {
  private static final long serialVersionUID = 1L;

  Over() {
    super("the connection is over", null, false, false);
  }
}
