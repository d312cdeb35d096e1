package dev.concordat.wire.http;

import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.wire.capture.CaptureLimits;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Reads the final response of one request out of the pieces that arrive; interim responses (1xx) are passed over. For a
/// client that has one request under way at a time. Not thread-safe.
public final class ResponseParser {
  private static final int FIRST_ROOM = 512;

  private final CaptureLimits limits;
  private final boolean isToHead;
  private final MessageStream stream;
  private List<Header> fields = List.of();
  private byte[] body = new byte[0];
  private int length;
  private int status;
  private boolean isHeadRead;
  private boolean isUntilClose;
  private boolean isDone;
  private boolean isTooLarge;
  private long seen;

  /// @param method of the request: the answer to HEAD has no body
  /// @param limits of the head, and of the body in bytes
  public ResponseParser(String method, CaptureLimits limits) {
    this.limits = limits;
    this.isToHead = method.equals("HEAD");
    this.stream = new MessageStream(new Listener(), limits);
  }

  /// What became of the bytes.
  public sealed interface State {
    /// More must come.
    record Unfinished() implements State {}

    /// The response is whole.
    ///
    /// @param isReusable whether another request may follow on the connection
    record Whole(HttpResponseMessage response, boolean isReusable) implements State {}

    /// It is not HTTP.
    record Malformed(String reason) implements State {}

    /// The body is over its limit.
    record TooLarge() implements State {}
  }

  /// Takes the next bytes.
  public State feed(byte[] bytes, int count) {
    seen += count;
    ByteBuf buffer = Unpooled.wrappedBuffer(bytes, 0, count);
    try {
      stream.feed(buffer);
    } catch (NotHttp wrong) {
      return new State.Malformed(wrong.reason());
    }
    boolean hasLeftOver = buffer.isReadable();
    if (isDone && hasLeftOver && length == 0) {
      // What follows an answer that must have no body is that body: nothing else was asked for.
      append(buffer, buffer.readableBytes());
    }
    return state(hasLeftOver);
  }

  /// The provider sends no more: ends a body that only this ends.
  public State end() {
    stream.end();
    return state(false);
  }

  private State state(boolean hasLeftOver) {
    if (isTooLarge) {
      return new State.TooLarge();
    }
    if (!isDone) {
      return new State.Unfinished();
    }
    var response = new HttpResponseMessage(status, fields, Bytes.of(Arrays.copyOf(body, length)));
    return new State.Whole(response, !hasLeftOver && !isUntilClose && keepsAlive());
  }

  /// How far it came, for people: `within the body, after 812 bytes`.
  public String progress() {
    return (isHeadRead ? "within the body, after " : "within the head, after ") + seen + " bytes";
  }

  private void append(ByteBuf in, int count) {
    if (length + (long) count > limits.bodyBytes()) {
      isTooLarge = true;
      in.skipBytes(count);
      return;
    }
    if (length + count > body.length) {
      body = Arrays.copyOf(body, Math.max(length + count, Math.max(FIRST_ROOM, 2 * body.length)));
    }
    in.readBytes(body, length, count);
    length += count;
  }

  private boolean keepsAlive() {
    return status != ResponseReader.SWITCHING_PROTOCOLS
        && fields.stream()
            .filter(field -> field.name().equalsIgnoreCase("connection"))
            .noneMatch(field -> field.value().toLowerCase(Locale.ROOT).contains("close"));
  }

  private final class Listener implements MessageListener {
    private boolean isInterim;

    @Override
    public void startLine(LineReader line) throws NotHttp {
      status = ResponseReader.statusOf(line);
      // Without a version that keeps connections the provider closes after the answer.
      isUntilClose = line.at(ResponseReader.VERSION_LENGTH - 1) == '0';
    }

    @Override
    public Framing headEnded(List<Header> head) throws NotHttp {
      isInterim = status < 200 && status != ResponseReader.SWITCHING_PROTOCOLS;
      if (isInterim) {
        return Framing.NONE;
      }
      isHeadRead = true;
      fields = head;
      Framing framing = Framing.ofResponse(status, isToHead, head);
      isUntilClose |= framing instanceof Framing.UntilClose;
      return framing;
    }

    @Override
    public void body(ByteBuf in, int count) {
      append(in, count);
    }

    @Override
    public void messageEnded() {
      if (!isInterim) {
        isDone = true;
        stream.pause();
      }
    }
  }
}
