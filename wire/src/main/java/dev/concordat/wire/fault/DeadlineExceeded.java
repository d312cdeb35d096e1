package dev.concordat.wire.fault;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The answer of a gRPC call is withheld until the time that its consumer gives it (`grpc-timeout`) is over; then it is
/// DEADLINE_EXCEEDED. The provider does what it was asked for. A call without a deadline stays as it is, and the fault counts as
/// unfit.
public record DeadlineExceeded() implements StreamFault {
  private static final int DEADLINE_EXCEEDED = 4;

  @Override
  public String name() {
    return "deadline-exceeded";
  }

  @Override
  public Optional<String> refuses(StreamRequest request) {
    Optional<String> notGrpc = Grpc.refuses(request);
    return notGrpc.isEmpty() && Grpc.timeout(request).isEmpty()
        ? Optional.of("the call has no grpc-timeout")
        : notGrpc;
  }

  @Override
  public StreamPassage begin(StreamRequest request, RandomGenerator random) {
    return new StreamPassage() {
      @Override
      public List<StreamAct> begun() {
        Duration timeout = Grpc.timeout(request).orElse(Duration.ZERO);
        Duration length = timeout.compareTo(Delay.MAX) > 0 ? Delay.MAX : timeout;
        StreamAct failure = Grpc.failure(request, DEADLINE_EXCEEDED, "deadline exceeded");
        return List.of(new StreamAct.Later(length, List.of(failure)));
      }

      @Override
      public List<StreamAct> next(StreamAct.Part part) {
        return List.of();
      }
    };
  }
}
