package dev.concordat.wire.fault;

import dev.concordat.model.exchange.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Another status of gRPC than the provider's: UNAVAILABLE for a burst, OK for a failure that is hidden.
///
/// @param code from 0 (OK) to 16 (UNAUTHENTICATED)
/// @param message what `grpc-message` says, printable ASCII; empty for none
/// @param asksProvider whether the provider is asked: its messages pass and its status is replaced
public record GrpcStatus(int code, String message, boolean asksProvider) implements StreamFault {
  private static final int MOST = 16;

  public GrpcStatus {
    if (code < 0 || code > MOST) {
      throw new IllegalArgumentException("a status of gRPC goes from 0 to " + MOST);
    }
    if (!message.chars().allMatch(it -> it >= ' ' && it < 0x7f)) {
      throw new IllegalArgumentException("a message of gRPC is printable ASCII here");
    }
  }

  @Override
  public String name() {
    return "grpc-status";
  }

  @Override
  public Optional<String> refuses(StreamRequest request) {
    return Grpc.refuses(request);
  }

  @Override
  public StreamPassage begin(StreamRequest request, RandomGenerator random) {
    return asksProvider ? new Replaced() : new AtOnce(request);
  }

  private final class AtOnce implements StreamPassage {
    private final StreamRequest request;

    AtOnce(StreamRequest request) {
      this.request = request;
    }

    @Override
    public List<StreamAct> begun() {
      return List.of(Grpc.failure(request, code, message));
    }
  }

  private final class Replaced implements StreamPassage {
    @Override
    public List<StreamAct> next(StreamAct.Part part) {
      return switch (part) {
        case StreamAct.Head head when head.isEnd() ->
            List.of(new StreamAct.Head(replaced(head.fields()), true));
        case StreamAct.Body(var bytes, boolean isEnd) when isEnd ->
            List.of(
                new StreamAct.Body(bytes, false),
                new StreamAct.Head(Grpc.status(code, message), true));
        case StreamAct.Head head -> List.of(head);
        case StreamAct.Body body -> List.of(body);
      };
    }

    private List<Header> replaced(List<Header> fields) {
      List<Header> others = new ArrayList<>(fields);
      others.removeIf(it -> it.name().equals("grpc-status") || it.name().equals("grpc-message"));
      others.addAll(Grpc.status(code, message));
      return others;
    }
  }
}
