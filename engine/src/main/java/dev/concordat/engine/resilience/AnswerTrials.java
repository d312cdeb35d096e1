package dev.concordat.engine.resilience;

import dev.concordat.engine.answers.AllowedAnswer;
import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.model.profile.Measurement;
import dev.concordat.model.profile.Reading;
import dev.concordat.model.profile.Sureness;
import dev.concordat.model.profile.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Gives a consumer the answers that its provider's contract allows, one call each, and notes what its caller gets. What
/// looks wrong is tried twice.
final class AnswerTrials {
  private final Subject subject;
  private final Limits limits;
  private final long untilNanos;
  private final List<Answered> answered = new ArrayList<>();
  private int untried;

  /// @param untilNanos no answer is tried after this time, by {@link System#nanoTime()}
  AnswerTrials(Subject subject, Limits limits, long untilNanos) {
    this.subject = subject;
    this.limits = limits;
    this.untilNanos = untilNanos;
  }

  /// Tries them all, or until a call hangs: every further one would.
  List<Answered> run() throws InterruptedException, EnvironmentFailure {
    for (AllowedAnswer answer : subject.allowedAnswers()) {
      Optional<Answered> tried = System.nanoTime() < untilNanos ? tried(answer) : Optional.empty();
      tried.ifPresentOrElse(answered::add, () -> untried++);
      if (tried.isPresent() && tried.get().call().isHanging()) {
        break;
      }
    }
    return List.copyOf(answered);
  }

  private Optional<Answered> tried(AllowedAnswer answer)
      throws InterruptedException, EnvironmentFailure {
    Optional<Answered> first = reached(answer);
    return first.isPresent() && first.get().problem().isPresent() ? reached(answer) : first;
  }

  /// A call that led to a request of the operation. A consumer that does not ask, because its breaker is open, is waited for once.
  private Optional<Answered> reached(AllowedAnswer answer)
      throws InterruptedException, EnvironmentFailure {
    Optional<Answered> first = given(answer);
    if (first.isPresent() || !isAsking()) {
      return first;
    }
    return given(answer);
  }

  private Optional<Answered> given(AllowedAnswer answer)
      throws InterruptedException, EnvironmentFailure {
    int mark = subject.log().mark();
    subject.answer(answer);
    Call call = subject.call(limits.patience());
    subject.calm();
    boolean isReached = !subject.log().attempts(mark, subject::isAttempt).isEmpty();
    return isReached ? Optional.of(new Answered(answer, call)) : Optional.empty();
  }

  private boolean isAsking() throws InterruptedException, EnvironmentFailure {
    long until = Math.min(untilNanos, System.nanoTime() + limits.recovery().toNanos());
    return Recovery.await(subject, limits.patience(), until).isPresent();
  }

  /// What the trials show, by trait.
  List<Measurement> measurements() {
    return List.of(
        measurement(
            Trait.DOCUMENTED_ERRORS,
            answered.stream().filter(Answered::isError).toList(),
            "the contract documents no failure by its status"),
        measurement(
            Trait.ALLOWED_ANSWERS,
            answered.stream().filter(it -> !it.isError()).toList(),
            "the contract allows no other answer than the usual one, or none was seen"));
  }

  private Measurement measurement(Trait trait, List<Answered> tried, String reason) {
    String experiment = "allowed answers: " + Experiments.calls(tried.size());
    if (tried.isEmpty()) {
      return Measurement.unknown(
          trait, experiment, untried > 0 ? untried + " answers could not be tried" : reason);
    }
    long handled = tried.stream().filter(it -> it.problem().isEmpty()).count();
    return new Measurement(
        trait,
        new Reading.Word(handled + " of " + tried.size()),
        untried > 0 ? experiment + ", " + untried + " not tried" : experiment,
        Sureness.SURE);
  }
}
