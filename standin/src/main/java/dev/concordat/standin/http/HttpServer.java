package dev.concordat.standin.http;

import dev.concordat.wire.capture.EventLoops;
import dev.concordat.wire.capture.LoopbackListener;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponseEncoder;
import java.io.IOException;
import java.net.InetSocketAddress;

/// An HTTP/1.1 server on loopback. Requests of a connection are answered in their order. Thread-safe.
public final class HttpServer implements AutoCloseable {
  /// Longer request lines, in bytes, are refused with 414.
  private static final int MAX_LINE = 64 << 10;

  /// More header bytes are refused with 431.
  private static final int MAX_HEADERS = 64 << 10;

  /// Requests with larger bodies, in bytes, are refused with 413.
  private static final int MAX_REQUEST = 10 << 20;

  private static final int MAX_CHUNK = 8 << 10;

  private final LoopbackListener listener;

  private HttpServer(LoopbackListener listener) {
    this.listener = listener;
  }

  /// Opens a server; it answers when this returns.
  ///
  /// @param port 0 for a free one
  /// @throws IOException when the port is taken
  public static HttpServer open(int port, Answerer answerer, EventLoops loops) throws IOException {
    return new HttpServer(
        LoopbackListener.open(
            port,
            loops,
            channel ->
                channel
                    .pipeline()
                    .addLast(
                        new HttpRequestDecoder(MAX_LINE, MAX_HEADERS, MAX_CHUNK),
                        new HttpResponseEncoder(),
                        new HttpObjectAggregator(MAX_REQUEST),
                        new Conversation(answerer))));
  }

  public InetSocketAddress address() {
    return listener.address();
  }

  /// `http://127.0.0.1:8080`.
  public String url() {
    return "http://127.0.0.1:" + address().getPort();
  }

  @Override
  public void close() {
    listener.close();
  }
}
