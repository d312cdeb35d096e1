package dev.concordat.wire.kafkalink;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Arrays;

/// One way of a conversation: frames of one side in, frames to the other side out. A frame is its length in four bytes, and so
/// many bytes. Of one thread.
final class Pipe {
  /// Longer frames end the connection. Brokers take 100 MiB by default, and answer with 50 MiB and what the last batch has more.
  static final int MAX_FRAME_BYTES = 256 << 20;

  static final int LENGTH_BYTES = 4;
  private static final int TLS_HANDSHAKE = 0x16;
  private static final int BUFFER_BYTES = 64 << 10;
  private static final int LARGEST_FIRST_READ = 1 << 20;

  private final DataInputStream in;
  private final OutputStream out;
  private final String sender;
  private final byte[] buffer = new byte[BUFFER_BYTES];

  /// A way between two sides.
  ///
  /// @param sender whose frames these are, for people
  Pipe(Socket from, Socket to, String sender) throws IOException {
    this.in = new DataInputStream(new BufferedInputStream(from.getInputStream(), BUFFER_BYTES));
    this.out = to.getOutputStream();
    this.sender = sender;
  }

  /// The length of the next frame, or -1 when the sender has ended.
  ///
  /// @throws Unreadable for a length that no frame of Kafka has
  int next(int least) throws IOException {
    int first = in.read();
    if (first < 0) {
      return -1;
    }
    int length = (first << 24) | (in.readUnsignedByte() << 16) | in.readUnsignedShort();
    if (length < least || length > MAX_FRAME_BYTES) {
      throw new Unreadable(
          sender
              + " sent a frame of "
              + (length & 0xffffffffL)
              + " bytes, and a frame of Kafka has "
              + least
              + " to "
              + MAX_FRAME_BYTES
              + what(first),
          first == TLS_HANDSHAKE ? "TLS" : null);
    }
    return length;
  }

  /// By the first byte: that of TLS's handshake, or of a request of HTTP.
  private static String what(int first) {
    return first == TLS_HANDSHAKE
        ? ": this looks like TLS, which the link does not speak"
        : first >= 'A' && first <= 'Z' ? ": this looks like HTTP" : "";
  }

  ByteBuffer head(int bytes) throws IOException {
    byte[] head = new byte[bytes];
    in.readFully(head);
    return ByteBuffer.wrap(head);
  }

  /// The whole frame, without its length; memory grows with what comes, not with what was announced.
  ByteBuffer whole(ByteBuffer head, int length) throws IOException {
    byte[] all = new byte[Math.min(length, LARGEST_FIRST_READ)];
    int have = head.capacity();
    head.duplicate().rewind().get(all, 0, have);
    while (true) {
      in.readFully(all, have, all.length - have);
      if (all.length == length) {
        return ByteBuffer.wrap(all);
      }
      have = all.length;
      all = Arrays.copyOf(all, (int) Math.min(length, 2L * have));
    }
  }

  /// Passes a frame on as it comes.
  void relay(ByteBuffer head, int length) throws IOException {
    ByteBuffer start = ByteBuffer.wrap(buffer).putInt(length).put(head.duplicate().rewind());
    int filled = start.position();
    int left = length - head.capacity();
    while (true) {
      int read = Math.min(left, buffer.length - filled);
      in.readFully(buffer, filled, read);
      out.write(buffer, 0, filled + read);
      left -= read;
      filled = 0;
      if (left == 0) {
        return;
      }
    }
  }

  void skip(ByteBuffer head, int length) throws IOException {
    int left = length - head.capacity();
    while (left > 0) {
      int read = in.read(buffer, 0, Math.min(left, buffer.length));
      if (read < 0) {
        throw new EOFException();
      }
      left -= read;
    }
  }

  void write(ByteBuffer frame) throws IOException {
    ByteBuffer body = frame.duplicate();
    if (body.remaining() + LENGTH_BYTES <= buffer.length) {
      int length = body.remaining();
      ByteBuffer.wrap(buffer).putInt(length).put(body);
      out.write(buffer, 0, length + LENGTH_BYTES);
      return;
    }
    out.write(ByteBuffer.allocate(LENGTH_BYTES).putInt(body.remaining()).array());
    out.write(body.array(), body.arrayOffset() + body.position(), body.remaining());
  }
}
