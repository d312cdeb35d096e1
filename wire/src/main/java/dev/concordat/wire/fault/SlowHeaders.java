package dev.concordat.wire.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Status line and headers come in pieces with time between them, the body at once after them.
///
/// @param pieces at least one, at most {@value #MAX_PIECES}
/// @param during until the last piece of the headers
public record SlowHeaders(int pieces, Duration during) implements AnswerFault {
  /// More pieces would be a load of their own.
  public static final int MAX_PIECES = Pieces.MAX;

  public SlowHeaders {
    Pieces.check(pieces, during);
  }

  @Override
  public String name() {
    return "slow-headers";
  }

  @Override
  public List<Act> deliver(Answer answer, RandomGenerator random) {
    List<Act> acts = new ArrayList<>(Pieces.of(answer.head(), pieces, during));
    acts.add(new Act.Send(answer.body()));
    return acts;
  }
}
