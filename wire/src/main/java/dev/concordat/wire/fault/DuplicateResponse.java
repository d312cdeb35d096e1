package dev.concordat.wire.fault;

import java.util.List;
import java.util.random.RandomGenerator;

/// The whole answer, twice: a client that does not look takes the second for the answer to its next request.
public record DuplicateResponse() implements AnswerFault {
  @Override
  public String name() {
    return "duplicate-response";
  }

  @Override
  public List<Act> deliver(Answer answer, RandomGenerator random) {
    return List.of(
        new Act.Send(answer.head()),
        new Act.Send(answer.body()),
        new Act.Send(answer.head().duplicate()),
        new Act.Send(answer.body().duplicate()));
  }
}
