package dev.concordat.wire.fault;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The first message of a gRPC response has a wrong prefix (compression flag and length).
public record CorruptMessage(Flaw flaw) implements StreamFault {
  /// What is wrong with the prefix.
  public enum Flaw {
    /// The flag says that the message is compressed, which it is not.
    FLAG,
    /// The length is one byte more than there is.
    LENGTH,
    /// The length is the largest that can be said, 4 GiB.
    HUGE
  }

  private static final int LAST = Grpc.PREFIX_BYTES - 1;

  @Override
  public String name() {
    return "corrupt-message";
  }

  @Override
  public Optional<String> refuses(StreamRequest request) {
    return Grpc.refuses(request);
  }

  @Override
  public StreamPassage begin(StreamRequest request, RandomGenerator random) {
    return new StreamPassage() {
      private int seen;

      @Override
      public List<StreamAct> next(StreamAct.Part part) {
        if (seen == Grpc.PREFIX_BYTES) {
          return List.of(part);
        }
        if (!(part instanceof StreamAct.Body(ByteBuffer bytes, boolean isEnd))) {
          boolean isOver = part instanceof StreamAct.Head head && head.isEnd();
          return isOver
              ? List.of(new StreamAct.Unfit("the response has no message"), part)
              : List.of(part);
        }
        ByteBuffer changed = ByteBuffer.allocate(bytes.remaining()).put(bytes.duplicate()).flip();
        for (int i = 0; i < changed.limit() && seen < Grpc.PREFIX_BYTES; i++) {
          changed.put(i, corrupt(changed.get(i), seen));
          seen++;
        }
        return List.of(new StreamAct.Body(changed, isEnd));
      }
    };
  }

  private byte corrupt(byte value, int at) {
    return switch (flaw) {
      case FLAG -> at == 0 ? 1 : value;
      case LENGTH -> at == LAST ? (byte) (value + 1) : value;
      case HUGE -> at == 0 ? value : (byte) 0xff;
    };
  }
}
