package dev.concordat.conform.experiment;

import dev.concordat.conform.talk.Conversation;
import dev.concordat.conform.talk.Exchange;
import dev.concordat.conform.talk.Trial;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// One request, judged by its answer alone.
public final class SingleTrial implements Experiment {
  private final Trial trial;
  private final Ground ground;
  private final Judge judge;
  private final Function<Trial, List<Trial>> shrinking;

  /// @param ground what is done before the request goes out
  public SingleTrial(Trial trial, Ground ground, Judge judge) {
    this(trial, ground, judge, same -> List.of());
  }

  /// @param shrinking plainer requests that still have the same deviation and expectation, the plainest first
  public SingleTrial(
      Trial trial, Ground ground, Judge judge, Function<Trial, List<Trial>> shrinking) {
    this.trial = trial;
    this.ground = ground;
    this.judge = judge;
    this.shrinking = shrinking;
  }

  @Override
  public String id() {
    return trial.id();
  }

  @Override
  public int requests() {
    return 1;
  }

  @Override
  public Optional<Trial> single() {
    return Optional.of(trial);
  }

  @Override
  public List<Suspicion> run(Conversation talk) {
    Exchange exchange = talk.send(ground.prepare(trial, talk));
    return judge.judge(exchange);
  }

  @Override
  public List<Experiment> smaller() {
    return shrinking.apply(trial).stream()
        .<Experiment>map(plainer -> new SingleTrial(plainer, ground, judge, shrinking))
        .toList();
  }
}
