package dev.concordat.wire.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Arrays;

/// What a consumer sent after asking for another protocol, kept until it is known which one it speaks.
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
      throw new NotHttp("more than " + limit + " bytes after a request for another protocol");
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

  void clear() {
    bytes = NOTHING;
  }
}
