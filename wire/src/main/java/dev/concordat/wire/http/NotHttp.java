package dev.concordat.wire.http;

/// The bytes are not HTTP/1.x, or more than we look at. Carries no stack trace: it is the answer to untrusted input.
final class NotHttp extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;

  NotHttp(String reason) {
    super(reason, null, false, false);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
