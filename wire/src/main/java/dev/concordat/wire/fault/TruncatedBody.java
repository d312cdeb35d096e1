package dev.concordat.wire.fault;

import java.util.List;
import java.util.random.RandomGenerator;

/// `Content-Length` names the whole body, a part of it is sent, and the connection is closed (FIN).
///
/// @param kept the part that is sent, from 0 to below 1
public record TruncatedBody(double kept) implements AnswerFault {
  public TruncatedBody {
    Part.check(kept);
  }

  @Override
  public String name() {
    return "truncated-body";
  }

  @Override
  public List<Act> deliver(Answer answer, RandomGenerator random) {
    return Part.of(answer, kept, new Act.Close());
  }
}
