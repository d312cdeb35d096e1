package dev.concordat.wire.forward;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Bytes of a connection, of which whole lines and then pieces can be taken. For one thread, and one of its own.
final class Input {
  private static final int BUFFER_BYTES = 16 << 10;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int at;
  private int end;
  private @Nullable Thread ahead;

  Input(InputStream in) {
    this.in = in;
  }

  /// A piece of the bytes, in {@link #buffer()} from {@link #position()}; -1 at the end.
  int next(long most) throws IOException {
    awaitAhead();
    return at == end && !fill() ? -1 : (int) Math.min(most, end - at);
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(0, in.read(buffer));
    return end > 0;
  }

  /// Reads in another thread until something comes, so that somebody who waits for something else learns when nothing more
  /// will; whoever wants bytes meanwhile waits for that thread.
  void readAhead(Runnable ended) {
    if (at < end) {
      return;
    }
    ahead =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    if (!fill()) {
                      ended.run();
                    }
                  } catch (IOException broken) {
                    ended.run();
                  }
                });
  }

  private void awaitAhead() throws IOException {
    Thread reading = ahead;
    if (reading != null) {
      try {
        reading.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("interrupted");
      }
      ahead = null;
    }
  }

  byte[] buffer() {
    return buffer;
  }

  int position() {
    return at;
  }

  void taken(int count) {
    at += count;
  }

  /// The next byte, which stays; -1 at the end.
  int peek() throws IOException {
    return next(1) < 0 ? -1 : buffer[at] & 0xff;
  }

  /// The bytes up to the end of a line, that included; fewer where the input ends or the limit is reached.
  byte[] line(int limit) throws IOException {
    var line = new ByteArrayOutputStream();
    while (line.size() < limit && next(1) > 0) {
      byte b = buffer[at++];
      line.write(b);
      if (b == '\n') {
        break;
      }
    }
    return line.toByteArray();
  }

  /// What was read of the connection and not taken; it is taken with this.
  Optional<InputStream> rest() throws IOException {
    awaitAhead();
    if (at == end) {
      return Optional.empty();
    }
    var rest = new ByteArrayInputStream(buffer, at, end - at);
    at = end;
    return Optional.of(rest);
  }
}
