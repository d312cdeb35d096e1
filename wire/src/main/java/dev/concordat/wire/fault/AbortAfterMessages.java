package dev.concordat.wire.fault;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// A gRPC call fails after some messages of its response: they pass, and trailers with a status follow. A response with fewer
/// messages fails at its end.
///
/// @param messages how many pass
/// @param status of gRPC, from 1 to 16
public record AbortAfterMessages(long messages, int status) implements StreamFault {
  /// What gRPC calls UNAVAILABLE.
  static final int UNAVAILABLE = 14;

  private static final int MOST = 16;

  public AbortAfterMessages {
    Cut.check(messages);
    if (status < 1 || status > MOST) {
      throw new IllegalArgumentException("a failure of gRPC has a status from 1 to " + MOST);
    }
  }

  @Override
  public String name() {
    return "abort-after-messages";
  }

  @Override
  public Optional<String> refuses(StreamRequest request) {
    return Grpc.refuses(request);
  }

  @Override
  public StreamPassage begin(StreamRequest request, RandomGenerator random) {
    return new StreamPassage() {
      private final MessageScan scan = new MessageScan();

      @Override
      public List<StreamAct> next(StreamAct.Part part) {
        return switch (part) {
          case StreamAct.Head head when head.isEnd() && head.isFinal() ->
              List.of(Grpc.failure(request, status, "aborted"));
          case StreamAct.Head head when head.isEnd() -> List.of(failure());
          case StreamAct.Head head ->
              messages == 0 && head.isFinal() ? List.of(head, failure()) : List.of(head);
          case StreamAct.Body(ByteBuffer bytes, boolean isEnd) -> cut(bytes, isEnd);
        };
      }

      private List<StreamAct> cut(ByteBuffer bytes, boolean isEnd) {
        int at = bytes.position();
        while (at < bytes.limit() && scan.messages() < messages) {
          at += scan.next(bytes, at);
        }
        StreamAct passed =
            new StreamAct.Body(bytes.slice(bytes.position(), at - bytes.position()), false);
        return isEnd || scan.messages() == messages ? List.of(passed, failure()) : List.of(passed);
      }
    };
  }

  private StreamAct failure() {
    return new StreamAct.Head(Grpc.status(status, "aborted"), true);
  }
}
