package dev.concordat.wire.http;

import dev.concordat.model.exchange.Header;
import io.netty.buffer.ByteBuf;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Turns the consumer's messages into pending exchanges.
final class RequestReader implements MessageListener {
  private static final byte SPACE = ' ';
  private static final String VERSION = "HTTP/1.";

  private final Tap tap;
  private final Names methods = new Names();
  private @Nullable PendingExchange current;

  RequestReader(Tap tap) {
    this.tap = tap;
  }

  @Override
  public void startLine(LineReader line) throws NotHttp {
    int first = line.find(SPACE, 0);
    int last = line.length() - VERSION.length() - 2;
    boolean isRequest =
        first > 0
            && last > first
            && line.at(last) == SPACE
            && line.text(last + 1, line.length() - 1).equals(VERSION)
            && Token.is(line, 0, first);
    if (!isRequest) {
      throw new NotHttp("a request line " + line.shown());
    }
    current =
        tap.requestBegan(line.repeated(0, first, methods), line.text(first + 1, last).strip());
  }

  @Override
  public Framing headEnded(List<Header> fields) throws NotHttp {
    PendingExchange exchange = began();
    exchange.requestFields = fields;
    tap.requestHeadEnded(exchange);
    Framing framing = Framing.ofRequest(fields);
    if (framing instanceof Framing.Sized(long bytes)) {
      exchange.requestBody.expect(bytes);
    }
    return framing;
  }

  @Override
  public void body(ByteBuf in, int length) {
    began().requestBody.add(in, length);
  }

  @Override
  public void messageEnded() {
    PendingExchange exchange = began();
    current = null;
    exchange.isRequestWhole = true;
    tap.requestEnded(exchange);
  }

  private PendingExchange began() {
    if (current == null) {
      throw new IllegalStateException("no request began");
    }
    return current;
  }
}
