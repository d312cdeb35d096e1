package dev.concordat.wire.http;

import dev.concordat.model.exchange.Header;
import java.util.List;

/// What happened on a consumer's connection to a link, as it happens: long before an exchange is over, and also where none
/// comes of it.
public sealed interface LinkEvent {
  /// The connection's number; unique in its link.
  long connection();

  /// When, by {@link System#nanoTime()}.
  long atNanos();

  /// The consumer opened a connection.
  record Opened(long connection, long atNanos) implements LinkEvent {}

  /// The head of a request is here; its first byte was seen then.
  record Requested(
      long connection, long atNanos, String method, String target, List<Header> headers)
      implements LinkEvent {
    public Requested {
      headers = List.copyOf(headers);
    }
  }

  /// The consumer sends no more (FIN) or broke off (RST): it has given up what it still waited for.
  record ConsumerEnded(long connection, long atNanos) implements LinkEvent {}

  /// The connection is closed, whoever wanted it.
  record Closed(long connection, long atNanos) implements LinkEvent {}
}
