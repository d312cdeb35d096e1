package dev.concordat.wire.http2;

/// What {@link dev.concordat.model.exchange.HttpExchange#failure()} says when a stream of HTTP/2 failed. Connections that end
/// are told in the words of every link.
public final class StreamFailure {
  /// The provider ended the stream (RST_STREAM) before its response was whole; the code's name follows.
  public static final String RESET = "the stream was reset before the response ended: ";

  /// The consumer gave the stream up (RST_STREAM); the code's name follows.
  public static final String CANCELLED = "the consumer reset the stream: ";

  /// The provider said that it would not look at the request any more (GOAWAY); the code's name follows.
  public static final String REFUSED = "not taken before the connection was given up: ";

  /// The bytes could not be read as HTTP/2, so that nobody knows what became of the exchange; the reason follows.
  public static final String NOT_HTTP_2 = "the connection could not be read as HTTP/2: ";

  /// A fault that is on the link ended the stream; its name follows.
  public static final String DISTURBED = "cut by a fault: ";

  private StreamFailure() {}
}
