package dev.concordat.wire.capture;

import dev.concordat.model.exchange.Bytes;
import io.netty.buffer.ByteBuf;
import java.util.Arrays;

/// Keeps the first bytes of a body and counts the others.
public final class BodyCapture {
  private static final byte[] NOTHING = {};
  private static final int FIRST_BYTES = 1024;
  private static final int TRUSTED_LENGTH = 64 << 10;

  private final int limit;
  private byte[] kept = NOTHING;
  private int size;
  private long total;

  public BodyCapture(int limit) {
    this.limit = limit;
  }

  /// How long the body says it will be. A sender may lie, so no more than a little is set aside for it.
  public void expect(long length) {
    if (length > 0 && length <= Math.min(limit, TRUSTED_LENGTH)) {
      kept = new byte[(int) length];
    }
  }

  /// The next bytes of the buffer, as many as said, which are moved past.
  public void add(ByteBuf in, int length) {
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

  /// What was kept, and how much there was.
  public Bytes bytes() {
    if (total == 0) {
      return Bytes.EMPTY;
    }
    byte[] exact = size == kept.length ? kept : Arrays.copyOf(kept, size);
    return total == size ? Bytes.of(exact) : Bytes.cut(exact, total);
  }
}
