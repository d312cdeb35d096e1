package dev.concordat.registry.webhook;

/// A call that is not made. The message says why, in words that go into the log of the call.
final class RefusedTarget extends Exception {
  private static final long serialVersionUID = 1L;

  RefusedTarget(String message) {
    super(message);
  }
}
