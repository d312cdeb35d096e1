package dev.concordat.wire.http;

import dev.concordat.model.exchange.Header;
import io.netty.buffer.ByteBuf;
import java.util.List;

/// Gives the provider's messages to the pending exchanges, in their order (RFC 9112 section 9.3.2).
final class ResponseReader implements MessageListener {
  static final int SWITCHING_PROTOCOLS = 101;
  static final int VERSION_LENGTH = "HTTP/1.1".length();
  private static final int STATUS_END = VERSION_LENGTH + 4;

  private final Tap tap;
  private int status;
  private boolean isInterim;
  private boolean isSwitch;

  ResponseReader(Tap tap) {
    this.tap = tap;
  }

  @Override
  public void startLine(LineReader line) throws NotHttp {
    status = statusOf(line);
  }

  static int statusOf(LineReader line) throws NotHttp {
    boolean isStatusLine =
        line.length() >= STATUS_END
            && line.text(0, VERSION_LENGTH - 1).equals("HTTP/1.")
            && line.at(VERSION_LENGTH) == ' '
            && (line.length() == STATUS_END || line.at(STATUS_END) == ' ');
    int status = isStatusLine ? status(line) : 0;
    if (status < 100) {
      throw new NotHttp("a status line " + line.shown());
    }
    return status;
  }

  private static int status(LineReader line) {
    int number = 0;
    for (int i = VERSION_LENGTH + 1; i < STATUS_END; i++) {
      int digit = line.at(i) - '0';
      if (digit < 0 || digit > 9) {
        return 0;
      }
      number = 10 * number + digit;
    }
    return number;
  }

  /// Whether the message in hand is an interim one, with its status.
  boolean isInterim() {
    return isInterim;
  }

  int status() {
    return status;
  }

  @Override
  public Framing headEnded(List<Header> fields) throws NotHttp {
    PendingExchange exchange = tap.awaitingResponse();
    boolean isTunnel = exchange.method.equals("CONNECT") && status >= 200 && status < 300;
    isSwitch = status == SWITCHING_PROTOCOLS || isTunnel;
    isInterim = status < 200 && !isSwitch;
    if (isInterim) {
      return Framing.NONE; // 100 Continue, 103 Early Hints: the final response is still to come
    }
    exchange.status = status;
    exchange.responseFields = fields;
    Framing framing =
        isSwitch
            ? Framing.NONE
            : Framing.ofResponse(status, exchange.method.equals("HEAD"), fields);
    if (framing instanceof Framing.Sized(long bytes)) {
      exchange.responseBody.expect(bytes);
    }
    return framing;
  }

  @Override
  public void body(ByteBuf in, int length) {
    tap.answering().responseBody.add(in, length);
  }

  @Override
  public void messageEnded() {
    if (isInterim) {
      return;
    }
    PendingExchange exchange = tap.answering();
    exchange.isResponseWhole = true;
    tap.responseEnded(exchange, isSwitch);
  }
}
