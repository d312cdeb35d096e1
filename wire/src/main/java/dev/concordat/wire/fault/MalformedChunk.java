package dev.concordat.wire.fault;

import java.util.List;
import java.util.random.RandomGenerator;

/// Status and headers, which say that chunks follow; then bytes that are no chunk, then the connection is closed.
public record MalformedChunk() implements AnswerFault {
  private static final byte[] NONE = {};

  @Override
  public String name() {
    return "malformed-chunk";
  }

  @Override
  public List<Act> deliver(Answer answer, RandomGenerator random) {
    return List.of(
        new Act.Send(answer.chunked(NONE).head()), new Act.Send(Garbage.bytes()), new Act.Close());
  }
}
