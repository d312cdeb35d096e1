package dev.concordat.wire.fault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;

/// Bytes that are not HTTP instead of the answer, then the connection is closed.
public record Garbage() implements AnswerFault {
  /// No status line, no chunk size: no client takes it for either.
  private static final String BYTES = "\u0001\u0002~concordat~garbage~]['/.,\r\n";

  @Override
  public String name() {
    return "garbage";
  }

  @Override
  public List<Act> deliver(Answer answer, RandomGenerator random) {
    return List.of(new Act.Send(bytes()), new Act.Close());
  }

  static ByteBuffer bytes() {
    return ByteBuffer.wrap(BYTES.getBytes(StandardCharsets.ISO_8859_1));
  }
}
