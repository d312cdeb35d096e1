package dev.concordat.wire.fault;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/// The stream is broken off (RST_STREAM); others on the connection go on.
///
/// @param code what the consumer is told
/// @param afterBytes how many bytes of the response's body pass before, 0 for its head only; nothing for at once, and without
///     asking the provider
public record ResetStream(Http2Error code, OptionalLong afterBytes) implements StreamFault {
  public ResetStream {
    afterBytes.ifPresent(Cut::check);
  }

  @Override
  public String name() {
    return "reset-stream";
  }

  @Override
  public boolean asksProvider() {
    return afterBytes.isPresent();
  }

  @Override
  public StreamPassage begin(StreamRequest request, RandomGenerator random) {
    return afterBytes.isPresent() ? new Late(code, afterBytes.getAsLong()) : new AtOnce(code);
  }

  private record AtOnce(Http2Error code) implements StreamPassage {
    @Override
    public List<StreamAct> begun() {
      return List.of(new StreamAct.Reset(code));
    }
  }

  private static final class Late implements StreamPassage {
    private final Http2Error code;
    private long left;

    Late(Http2Error code, long left) {
      this.code = code;
      this.left = left;
    }

    @Override
    public List<StreamAct> next(StreamAct.Part part) {
      List<StreamAct> acts = new ArrayList<>();
      switch (part) {
        case StreamAct.Head head -> {
          acts.add(new StreamAct.Head(head.fields(), false));
          if (head.isEnd() || (left == 0 && head.isFinal())) {
            acts.add(new StreamAct.Reset(code));
          }
        }
        case StreamAct.Body(ByteBuffer bytes, boolean isEnd) -> {
          int passed = (int) Math.min(left, bytes.remaining());
          left -= passed;
          acts.add(new StreamAct.Body(bytes.slice(bytes.position(), passed), false));
          if (left == 0 || isEnd) {
            acts.add(new StreamAct.Reset(code));
          }
        }
      }
      return acts;
    }
  }
}
