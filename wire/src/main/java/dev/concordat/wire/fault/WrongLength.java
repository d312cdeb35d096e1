package dev.concordat.wire.fault;

import java.util.List;
import java.util.random.RandomGenerator;

/// `Content-Length` says more or less than there is; the connection stays open, so a client that believes it waits, or
/// takes the rest for the next answer.
///
/// @param difference added to the true length, not 0; the length that is said is never negative
public record WrongLength(int difference) implements AnswerFault {
  public WrongLength {
    if (difference == 0) {
      throw new IllegalArgumentException("a wrong length differs from the true one");
    }
  }

  @Override
  public String name() {
    return "wrong-length";
  }

  @Override
  public List<Act> deliver(Answer answer, RandomGenerator random) {
    long said = Math.max(0, (long) answer.message().body().size() + difference);
    return answer.with(answer.message(), said).sent();
  }
}
