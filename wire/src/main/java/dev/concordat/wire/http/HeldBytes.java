package dev.concordat.wire.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Arrays;

/// What one side sent before it is known which protocol is spoken.
final class HeldBytes {
  private static final byte[] NOTHING = {};

  private final int limit;
  private byte[] bytes = NOTHING;

  HeldBytes(int limit) {
    this.limit = limit;
  }

  void add(ByteBuf in) throws NotHttp {
    int start = bytes.length;
    int more = in.readableBytes();
    if (more > limit - start) {
      throw new NotHttp("more than " + limit + " bytes before it is known which protocol this is");
    }
    bytes = Arrays.copyOf(bytes, start + more);
    in.readBytes(bytes, start, more);
  }

  void giveTo(Tap tap) {
    if (bytes.length > 0) {
      ByteBuf waiting = Unpooled.wrappedBuffer(bytes);
      clear();
      tap.request(waiting);
    }
  }

  /// Gives what is kept, and keeps it no longer.
  ByteBuf take() {
    ByteBuf waiting = Unpooled.wrappedBuffer(bytes);
    clear();
    return waiting;
  }

  void clear() {
    bytes = NOTHING;
  }
}
