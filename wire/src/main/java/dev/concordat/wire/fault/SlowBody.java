package dev.concordat.wire.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// The whole body, in pieces of the same size with the same time between them.
///
/// @param pieces at least one, at most {@value #MAX_PIECES}
/// @param during from the headers to the last piece
public record SlowBody(int pieces, Duration during) implements AnswerFault {
  /// More pieces would be a load of their own.
  public static final int MAX_PIECES = Pieces.MAX;

  public SlowBody {
    Pieces.check(pieces, during);
  }

  @Override
  public String name() {
    return "slow-body";
  }

  @Override
  public List<Act> deliver(Answer answer, RandomGenerator random) {
    List<Act> acts = new ArrayList<>();
    acts.add(new Act.Send(answer.head()));
    acts.addAll(Pieces.of(answer.body(), pieces, during));
    return acts;
  }
}
