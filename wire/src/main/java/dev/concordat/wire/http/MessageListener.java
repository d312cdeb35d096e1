package dev.concordat.wire.http;

import dev.concordat.model.exchange.Header;
import io.netty.buffer.ByteBuf;
import java.util.List;

/// Is told what a {@link MessageStream} finds, in the order of the wire.
interface MessageListener {
  void startLine(LineReader line) throws NotHttp;

  /// All fields are known; says how the body is framed.
  Framing headEnded(List<Header> fields) throws NotHttp;

  /// Part of the body: the next bytes of the buffer, as many as said, which the listener moves past.
  void body(ByteBuf in, int length);

  void messageEnded();
}
