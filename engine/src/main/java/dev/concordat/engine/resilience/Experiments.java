package dev.concordat.engine.resilience;

import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.model.profile.Measurement;
import dev.concordat.model.profile.Profile;
import dev.concordat.model.profile.Reading;
import dev.concordat.model.profile.Sureness;
import dev.concordat.model.profile.Trait;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Measures the profile of one operation on one link: undisturbed calls first, then calls that fail at once, that are broken
/// off, that stay without an answer, and that reach the provider twice; and answers that
/// the provider's contract allows. After each of them the consumer must work again before the next begins.
public final class Experiments {
  /// Repetitions that go on behind the caller's back begin sooner.
  private static final Duration QUIET = Duration.ofMillis(300);

  /// When earlier calls have shown that nothing goes on behind the caller's back.
  private static final Duration SHORT_QUIET = Duration.ofMillis(30);

  /// A pause is expected to be at most so many times as long as the longest before it.
  private static final double NEXT_PAUSE = 2.5;

  /// A short timeout is measured more often: it costs little, and what a busy machine adds or takes counts more.
  private static final Duration SHORT_TIMEOUT = Duration.ofSeconds(1);

  /// How long a consumer may take to notice that its open connections were closed.
  private static final Duration CLOSING = Duration.ofSeconds(1);

  private static final int RESET_CALLS = 2;
  private static final int USUAL_CALLS = 6;

  private final Subject subject;
  private final Limits limits;
  private final long beganNanos = System.nanoTime();
  private final List<Trial> trials = new ArrayList<>();
  private final List<Measurement> measurements = new ArrayList<>();
  private final List<Measured.Undocumented> undocumented = new ArrayList<>();
  private List<Answered> answered = List.of();
  private Optional<Duration> slowestRecovery = Optional.of(Duration.ZERO);
  private int usual;
  private Trial normal;

  private Experiments(Subject subject, Limits limits)
      throws InterruptedException, EnvironmentFailure {
    this.subject = subject;
    this.limits = limits;
    this.normal = trial(Disturbance.NONE, QUIET);
  }

  /// Measures what can be measured within the limits. The disturbances are off when it returns.
  public static Measured measure(Subject subject, Limits limits)
      throws InterruptedException, EnvironmentFailure {
    try {
      return new Experiments(subject, limits).measure();
    } finally {
      subject.calm();
    }
  }

  private Measured measure() throws InterruptedException, EnvironmentFailure {
    if (!isSettled()) {
      measurements.add(
          Measurement.unknown(
              Trait.READ_TIMEOUT,
              Experiments.calls(USUAL_CALLS),
              "undisturbed calls lead to a different number of requests each time"));
      return measured();
    }
    usual = normal.attempts().size();
    if (usual == 0 || !normal.call().isGood()) {
      String reason =
          usual == 0
              ? "the undisturbed call did not lead to a request of this operation"
              : "the undisturbed call did not work";
      measurements.add(Measurement.unknown(Trait.READ_TIMEOUT, "an undisturbed call", reason));
      return measured();
    }
    errors();
    if (isWorking()) {
      resets();
    }
    if (isWorking()) {
      silence();
    }
    if (isWorking()) {
      connects();
    }
    if (isWorking() && !isReading(normal.attempts().getFirst().method())) {
      duplicates();
    }
    if (isWorking()) {
      answers();
    }
    recovery();
    return measured();
  }

  /// Undisturbed calls until two in a row are alike: the first of all may find a cold system and be repeated.
  private boolean isSettled() throws InterruptedException, EnvironmentFailure {
    for (int i = 1; i < USUAL_CALLS; i++) {
      Trial before = normal;
      normal = trial(Disturbance.NONE, QUIET);
      if (before.attempts().size() == normal.attempts().size()
          && before.call().isGood() == normal.call().isGood()) {
        return true;
      }
    }
    return false;
  }

  private Measured measured() {
    Profile profile =
        new Profile(subject.link(), subject.operation(), subject.cause(), measurements);
    return new Measured(profile, usual, trials, undocumented, answered);
  }

  private void errors() throws InterruptedException, EnvironmentFailure {
    List<Trial> failed = series(Disturbance.ERROR, limits.failingCalls());
    measurements.add(Retries.of(Trait.RETRIES_AFTER_ERROR, failed, usual));
    if (usual == 1) {
      measurements.addAll(Backoff.of(failed));
    }
    measurements.add(Retries.key(failed, usual));
    measurements.add(
        slowestRecovery.isPresent()
            ? Breaker.of(failed)
            : Measurement.unknown(
                Trait.BREAKER,
                "503: " + calls(failed.size()),
                "calls do not begin again, so nothing closes what may have opened"));
    measurements.add(Leak.of(failed));
    measurements.add(fallback(failed));
    answer(Trait.ANSWER_TO_ERROR, failed);
  }

  private void resets() throws InterruptedException, EnvironmentFailure {
    List<Trial> broken = series(Disturbance.RESET, RESET_CALLS);
    measurements.add(Retries.of(Trait.RETRIES_AFTER_RESET, broken, usual));
    answer(Trait.ANSWER_TO_RESET, broken);
  }

  private void silence() throws InterruptedException, EnvironmentFailure {
    List<Trial> silent = new ArrayList<>(series(Disturbance.SILENCE, limits.silentCalls()));
    if (ReadTimeout.of(silent).reading() instanceof Reading.Time(Duration time)
        && time.compareTo(SHORT_TIMEOUT) < 0
        && isWorking()) {
      silent.addAll(series(Disturbance.SILENCE, limits.silentCalls()));
    }
    measurements.add(ReadTimeout.of(silent));
    measurements.add(Retries.of(Trait.RETRIES_AFTER_SILENCE, silent, usual));
    answer(Trait.ANSWER_TO_SILENCE, silent);
  }

  /// Calls while nobody is answered who connects. What the consumer has open is closed first, so that it must connect.
  private void connects() throws InterruptedException, EnvironmentFailure {
    if (!ConnectWatch.isPossible()) {
      measurements.add(
          Measurement.unknown(
              Trait.CONNECT_TIMEOUT,
              Disturbance.UNREACHABLE.word(),
              "this system does not show who connects (/proc/net/tcp)"));
      return;
    }
    int port = subject.address().getPort();
    List<ConnectWatch.Connecting> seen = new ArrayList<>();
    List<Call> made = new ArrayList<>();
    int calls = 0;
    subject.disturb(Disturbance.UNREACHABLE);
    ConnectWatch.awaitNoneOpen(port, CLOSING);
    try (var watch = ConnectWatch.of(port)) {
      boolean isHanging = false;
      while (calls < limits.silentCalls() * 2 && !isHanging && !isOver()) {
        Trial trial = trial(Disturbance.UNREACHABLE, SHORT_QUIET);
        made.add(trial.call());
        calls++;
        isHanging = trial.call().isHanging();
        if (calls > limits.silentCalls() && isEnough(watch.seen())) {
          break;
        }
      }
      for (ConnectWatch.Connecting each : watch.seen()) {
        ConnectWatch.Connecting exact = each;
        for (Call call : made) {
          exact = exact.over(call.startNanos(), call.endNanos());
        }
        seen.add(exact);
      }
    }
    measurements.add(ConnectTimeout.of(calls, seen));
    subject.calm();
    recover(System.nanoTime());
  }

  /// A short timeout is measured more often, as above.
  private static boolean isEnough(List<ConnectWatch.Connecting> seen) {
    return seen.stream()
        .filter(ConnectWatch.Connecting::isEnded)
        .anyMatch(it -> it.took().compareTo(SHORT_TIMEOUT) >= 0);
  }

  private void duplicates() throws InterruptedException, EnvironmentFailure {
    List<Trial> twice = series(Disturbance.DUPLICATE, 1);
    measurements.add(Duplicates.of(normal, twice));
  }

  private void answers() throws InterruptedException, EnvironmentFailure {
    long until = beganNanos + limits.total().toNanos();
    var answers = new AnswerTrials(subject, limits, until);
    answered = answers.run();
    measurements.addAll(answers.measurements());
    if (!answered.isEmpty()) {
      recover(answered.getLast().call().endNanos());
    }
  }

  /// Calls under one disturbance, one after another, until all are made or more would teach nothing; then undisturbed ones
  /// until the consumer works again.
  private List<Trial> series(Disturbance disturbance, int calls)
      throws InterruptedException, EnvironmentFailure {
    List<Trial> series = new ArrayList<>();
    subject.disturb(disturbance);
    Duration quiet = QUIET;
    for (int i = 0; i < calls && !isOver(); i++) {
      Trial trial = trial(disturbance, quiet);
      series.add(trial);
      boolean isBehindTheBack =
          !trial.attempts().isEmpty()
              && trial.attempts().getLast().atNanos() > trial.call().endNanos();
      quiet = isBehindTheBack ? QUIET : SHORT_QUIET;
      if (trial.call().isHanging() || Retries.isEndless(trial) || Breaker.isOpen(series)) {
        break;
      }
    }
    subject.calm();
    trials.addAll(series);
    recover(lastContact(series));
    return series;
  }

  private Trial trial(Disturbance disturbance, Duration quiet)
      throws InterruptedException, EnvironmentFailure {
    int mark = subject.log().mark();
    long deadline = System.nanoTime() + limits.patience().toNanos();
    Call call = subject.call(limits.patience());
    boolean isQuick = quiet.equals(SHORT_QUIET);
    List<Attempt> attempts = subject.log().attempts(mark, subject::isAttempt);
    int known = -1;
    while (known < attempts.size() && System.nanoTime() < deadline) {
      known = attempts.size();
      subject.log().awaitQuiet(isQuick ? quiet : pause(attempts), deadline);
      attempts = subject.log().attempts(mark, subject::isAttempt);
    }
    return new Trial(
        disturbance, call, attempts, System.nanoTime(), subject.log().openConnections());
  }

  private static Duration pause(List<Attempt> attempts) {
    Duration longest = QUIET;
    for (int i = 1; i < attempts.size(); i++) {
      long gap = attempts.get(i).atNanos() - attempts.get(i - 1).atNanos();
      Duration next = Duration.ofNanos((long) (gap * NEXT_PAUSE));
      longest = next.compareTo(longest) > 0 ? next : longest;
    }
    return longest;
  }

  /// When the last call that met the disturbance was over.
  private static long lastContact(List<Trial> series) {
    return series.stream()
        .filter(trial -> !trial.attempts().isEmpty())
        .mapToLong(trial -> trial.call().endNanos())
        .max()
        .orElseGet(System::nanoTime);
  }

  /// Undisturbed calls until one works and the provider was asked.
  private void recover(long lastContactNanos) throws InterruptedException, EnvironmentFailure {
    long until = System.nanoTime() + limits.recovery().toNanos();
    Optional<Duration> took =
        Recovery.await(subject, limits.patience(), until)
            .map(call -> Duration.ofNanos(Math.max(0, call.startNanos() - lastContactNanos)));
    slowestRecovery =
        took.flatMap(
            last -> slowestRecovery.map(slowest -> last.compareTo(slowest) > 0 ? last : slowest));
  }

  private void recovery() {
    measurements.add(
        new Measurement(
            Trait.RECOVERY,
            slowestRecovery
                .<Reading>map(Reading.Time::new)
                .orElseGet(() -> new Reading.NotWithin(limits.recovery())),
            "undisturbed calls after each disturbance",
            slowestRecovery.isPresent() ? Sureness.LIKELY : Sureness.SURE));
  }

  private static Measurement fallback(List<Trial> failed) {
    String experiment = "503: " + calls(failed.size());
    List<Trial> asked = failed.stream().filter(trial -> !trial.call().isHanging()).toList();
    if (asked.isEmpty()) {
      return Measurement.unknown(Trait.FALLBACK, experiment, "no call was answered");
    }
    boolean isGood = asked.stream().allMatch(trial -> trial.call().isGood());
    return new Measurement(Trait.FALLBACK, new Reading.Claim(isGood), experiment, Sureness.SURE);
  }

  private void answer(Trait trait, List<Trial> series) {
    if (series.isEmpty()) {
      measurements.add(Measurement.unknown(trait, "nothing", "the time was used up"));
      return;
    }
    Trial first = series.getFirst();
    Call call = first.call();
    String experiment = first.disturbance().word() + ": " + calls(series.size());
    Reading reading =
        call.answer()
            .<Reading>map(answer -> new Reading.Word(answer.status() + " " + pace(call)))
            .orElseGet(
                () ->
                    call.isHanging()
                        ? new Reading.NotWithin(limits.patience())
                        : new Reading.Word("the connection was ended"));
    measurements.add(new Measurement(trait, reading, experiment, Sureness.SURE));
    series.stream()
        .flatMap(trial -> trial.call().undocumented().stream())
        .findFirst()
        .ifPresent(
            problem -> undocumented.add(new Measured.Undocumented(first.disturbance(), problem)));
  }

  /// Coarse, so that two measurements of the same behaviour read alike.
  private static String pace(Call call) {
    return call.took().compareTo(Duration.ofSeconds(1)) < 0
        ? "within a second"
        : "after " + Math.round(call.took().toMillis() / 1000.0) + " s";
  }

  private boolean isWorking() {
    return slowestRecovery.isPresent() && !isOver();
  }

  private boolean isOver() {
    return System.nanoTime() - beganNanos >= limits.total().toNanos();
  }

  private static boolean isReading(String method) {
    return method.equals("GET") || method.equals("HEAD") || method.equals("OPTIONS");
  }

  static String calls(int count) {
    return count == 1 ? "1 call" : count + " calls";
  }
}
