package dev.concordat.wire.fault;

import java.util.List;
import java.util.random.RandomGenerator;

/// `Content-Length` names the whole body, a part of it is sent, and the connection is broken off (RST).
///
/// @param kept the part that is sent, from 0 to below 1
public record ResetInBody(double kept) implements AnswerFault {
  public ResetInBody {
    Part.check(kept);
  }

  @Override
  public String name() {
    return "reset-in-body";
  }

  @Override
  public List<Act> deliver(Answer answer, RandomGenerator random) {
    return Part.of(answer, kept, new Act.Reset());
  }
}
