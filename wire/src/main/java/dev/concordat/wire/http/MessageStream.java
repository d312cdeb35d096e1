package dev.concordat.wire.http;

import dev.concordat.wire.capture.CaptureLimits;
import io.netty.buffer.ByteBuf;

/// Finds the messages in one direction of a connection, fed with whatever pieces arrive (RFC 9112).
final class MessageStream {
  private static final int CHUNK_LINE_BYTES = 4096;
  private static final int CHUNK_SIZE_DIGITS = 15;

  private enum Phase {
    START_LINE,
    FIELDS,
    SIZED_BODY,
    CHUNK_SIZE,
    CHUNK,
    CHUNK_END,
    TRAILERS,
    UNTIL_CLOSE
  }

  private final MessageListener listener;
  private final CaptureLimits limits;
  private final LineReader line = new LineReader();
  private final Fields fields;
  private Phase phase = Phase.START_LINE;
  private long left;
  private boolean isPaused;

  MessageStream(MessageListener listener, CaptureLimits limits) {
    this.listener = listener;
    this.limits = limits;
    this.fields = new Fields(new Names(), limits.headerCount());
    line.allow(limits.headBytes());
  }

  /// Stops after the message in hand; bytes that follow stay in the buffer.
  void pause() {
    isPaused = true;
  }

  void resume() {
    isPaused = false;
  }

  boolean isPaused() {
    return isPaused;
  }

  /// Whether the stream stands between two messages.
  boolean isBetweenMessages() {
    return phase == Phase.START_LINE && !line.isInLine();
  }

  void feed(ByteBuf in) throws NotHttp {
    while (in.isReadable() && !isPaused) {
      advance(in);
    }
  }

  /// Where a step ended.
  enum Step {
    /// Nowhere: more bytes must come.
    MORE,
    /// After a head; a body follows.
    HEAD,
    /// After a head without a body: the message is over.
    WHOLE,
    /// Nowhere: it is not known yet which protocol this is, and the bytes are passed as they are.
    UNREAD,
    /// In a body.
    BODY,
    /// After a body: the message is over.
    END
  }

  /// Reads up to the next place that matters: after a head, a part of a body, a message.
  Step step(ByteBuf in) throws NotHttp {
    while (in.isReadable() && !isPaused) {
      Phase before = phase;
      advance(in);
      boolean isOver = phase == Phase.START_LINE;
      if (before == Phase.FIELDS && phase != Phase.FIELDS) {
        return isOver ? Step.WHOLE : Step.HEAD;
      }
      if (isOver && before != Phase.START_LINE) {
        return Step.END;
      }
      if (before == Phase.SIZED_BODY || before == Phase.CHUNK || before == Phase.UNTIL_CLOSE) {
        return Step.BODY;
      }
    }
    return Step.MORE;
  }

  private void advance(ByteBuf in) throws NotHttp {
    switch (phase) {
      case SIZED_BODY, CHUNK -> data(in);
      case UNTIL_CLOSE -> listener.body(in, in.readableBytes());
      case START_LINE, FIELDS, CHUNK_SIZE, CHUNK_END, TRAILERS -> {
        if (line.read(in)) {
          lineEnded();
        }
      }
    }
  }

  /// No more bytes come: ends the body that only this ends.
  void end() {
    if (phase == Phase.UNTIL_CLOSE) {
      messageEnded();
    }
  }

  private void data(ByteBuf in) {
    int length = (int) Math.min(left, in.readableBytes());
    listener.body(in, length);
    left -= length;
    if (left == 0) {
      if (phase == Phase.CHUNK) {
        phase = Phase.CHUNK_END;
        line.allow(CHUNK_LINE_BYTES);
      } else {
        messageEnded();
      }
    }
  }

  private void lineEnded() throws NotHttp {
    switch (phase) {
      case START_LINE -> startLine();
      case FIELDS -> field();
      case CHUNK_SIZE -> chunkSize();
      case CHUNK_END -> chunkEnd();
      case TRAILERS -> trailer();
      case SIZED_BODY, CHUNK, UNTIL_CLOSE -> throw new IllegalStateException(phase.name());
    }
  }

  private void startLine() throws NotHttp {
    if (line.isEmpty()) {
      return; // a client may send an empty line before a request (RFC 9112 section 2.2)
    }
    listener.startLine(line);
    phase = Phase.FIELDS;
  }

  private void field() throws NotHttp {
    if (!line.isEmpty()) {
      fields.add(line);
      return;
    }
    switch (listener.headEnded(fields.take())) {
      case Framing.Sized(long bytes) -> {
        left = bytes;
        phase = Phase.SIZED_BODY;
        if (bytes == 0) {
          messageEnded();
        }
      }
      case Framing.Chunked() -> nextChunk();
      case Framing.UntilClose() -> phase = Phase.UNTIL_CLOSE;
    }
  }

  private void nextChunk() {
    phase = Phase.CHUNK_SIZE;
    line.allow(CHUNK_LINE_BYTES);
  }

  private void chunkSize() throws NotHttp {
    long size = 0;
    int digits = 0;
    while (digits < line.length() && Character.digit(line.at(digits), 16) >= 0) {
      size = 16 * size + Character.digit(line.at(digits++), 16);
    }
    boolean isCleanEnd = digits == line.length() || " \t;".indexOf(line.at(digits)) >= 0;
    if (digits == 0 || digits > CHUNK_SIZE_DIGITS || !isCleanEnd) {
      throw new NotHttp("a chunk size that is not a number: " + line.shown());
    }
    left = size;
    phase = size == 0 ? Phase.TRAILERS : Phase.CHUNK;
    line.allow(limits.headBytes());
  }

  private void chunkEnd() throws NotHttp {
    if (!line.isEmpty()) {
      throw new NotHttp("a chunk longer than it says: " + line.shown());
    }
    nextChunk();
  }

  private void trailer() throws NotHttp {
    if (line.isEmpty()) {
      fields
          .take(); // trailers may not say what the head says (RFC 9110 section 6.5), so nothing is
      // judged by them
      messageEnded();
    } else {
      fields.add(line);
    }
  }

  private void messageEnded() {
    phase = Phase.START_LINE;
    line.allow(limits.headBytes());
    listener.messageEnded();
  }
}
