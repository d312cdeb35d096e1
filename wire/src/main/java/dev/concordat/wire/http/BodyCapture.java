package dev.concordat.wire.http;

import dev.concordat.model.exchange.Bytes;
import io.netty.buffer.ByteBuf;
import java.util.Arrays;

/// Keeps the first bytes of a body and counts the others.
final class BodyCapture {
  private static final byte[] NOTHING = {};
  private static final int FIRST_BYTES = 1024;
  private static final int TRUSTED_LENGTH = 64 << 10;

  private final int limit;
  private byte[] kept = NOTHING;
  private int size;
  private long total;

  BodyCapture(int limit) {
    this.limit = limit;
  }

  /// How long the body says it will be. A sender may lie, so no more than a little is set aside for it.
  void expect(long length) {
    if (length > 0 && length <= Math.min(limit, TRUSTED_LENGTH)) {
      kept = new byte[(int) length];
    }
  }

  void add(ByteBuf in, int length) {
    int wanted = Math.min(length, limit - size);
    if (wanted > 0) {
      if (size + wanted > kept.length) {
        int room = Math.max(Math.max(2 * kept.length, FIRST_BYTES), size + wanted);
        kept = Arrays.copyOf(kept, Math.min(room, limit));
      }
      in.readBytes(kept, size, wanted);
      size += wanted;
    }
    in.skipBytes(length - wanted);
    total += length;
  }

  Bytes bytes() {
    if (total == 0) {
      return Bytes.EMPTY;
    }
    byte[] exact = size == kept.length ? kept : Arrays.copyOf(kept, size);
    return total == size ? Bytes.of(exact) : Bytes.cut(exact, total);
  }
}
