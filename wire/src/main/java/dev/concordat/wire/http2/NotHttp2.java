package dev.concordat.wire.http2;

/// The bytes are not HTTP/2, or more than we look at. Carries no stack trace: it is the answer to untrusted input.
public final class NotHttp2 extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;

  NotHttp2(String reason) {
    super(reason, null, false, false);
    this.reason = reason;
  }

  /// What could not be read.
  public String reason() {
    return reason;
  }
}
