package dev.concordat.wire.http;

import dev.concordat.wire.http2.StreamFailure;
import java.util.Optional;
import javax.net.ssl.SSLException;

/// What {@link dev.concordat.model.exchange.HttpExchange#failure()} says when the wire failed.
public final class LinkFailure {
  /// Nobody listens where the provider should be.
  public static final String CONNECTION_REFUSED = "connection refused";

  /// The provider's machine did not answer the attempt to connect.
  public static final String CONNECTION_TIMED_OUT = "connection timed out";

  /// The attempt to connect to the provider failed in another way; a reason follows.
  public static final String CONNECTION_FAILED = "connection failed: ";

  /// The provider ended the connection in order, but too early.
  public static final String CLOSED = "closed before the response ended";

  /// The provider broke the connection off (TCP RST).
  public static final String RESET = "reset before the response ended";

  /// The consumer broke the connection off, as many clients do when their patience ends.
  public static final String CONSUMER_RESET =
      "the consumer reset the connection before the response ended";

  /// The consumer ended its side in the middle of its request.
  public static final String CONSUMER_CLOSED = "the consumer closed before its request ended";

  /// The response was whole, and then the connection ended in the middle of the request's body.
  public static final String REQUEST_CUT = "closed before the request ended";

  /// Concordat took the link away.
  public static final String LINK_CLOSED = "the link was closed before the response ended";

  /// A fault that is on the link ended the connection; its name follows.
  public static final String DISTURBED = StreamFailure.DISTURBED;

  /// A fault held the response back until the consumer ended its side.
  public static final String GAVE_UP = "the consumer gave up before the response ended";

  /// The provider answered with something else than HTTP/1.1; what was wrong follows.
  public static final String NOT_HTTP = "the response is not HTTP/1.1: ";

  private LinkFailure() {}

  /// What went wrong with the provider's TLS, if that is what went wrong.
  static Optional<String> ofTls(Throwable cause) {
    for (Throwable each = cause; each != null; each = each.getCause()) {
      if (each instanceof SSLException) {
        return Optional.of(CONNECTION_FAILED + each.getMessage());
      }
    }
    return Optional.empty();
  }
}
