package dev.concordat.wire.fault;

import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// A rule that was set on a link, and how often it was applied. Thread-safe.
public final class PlacedFault {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final long CHOICE = 1;
  private static final long USE = 2;

  private final FaultRule rule;
  private final Disturbances owner;
  private final long seed;
  private final long setAt;
  private long met;
  private long quotaSpan = -1;
  private int passedInSpan;
  private long applied;
  private long unfit;
  private Optional<String> unfitFor = Optional.empty();
  private volatile boolean isRemoved;

  PlacedFault(FaultRule rule, Disturbances owner, long seed, long setAt) {
    this.rule = rule;
    this.owner = owner;
    this.seed = seed;
    this.setAt = setAt;
  }

  public FaultRule rule() {
    return rule;
  }

  /// How many messages or connections it was applied to.
  public synchronized long applied() {
    return applied;
  }

  /// How many it was chosen for and could not be applied to: a body that is not JSON, or too long to be held.
  public synchronized long unfit() {
    return unfit;
  }

  /// Why it could not be applied, the last time that it could not and the reason was known: it is not offered for the protocol of
  /// the message, or the message lacks what it changes.
  public synchronized Optional<String> reasonUnfit() {
    return unfitFor;
  }

  /// Takes one application back, and remembers why.
  public synchronized void didNotFit(String reason) {
    didNotFit();
    unfitFor = Optional.of(reason);
  }

  /// How many it was meant for, applied or not.
  public synchronized long met() {
    return met;
  }

  /// Takes the rule off the link. Does nothing the second time.
  public void remove() {
    owner.remove(this);
  }

  public boolean isRemoved() {
    return isRemoved;
  }

  void removed() {
    isRemoved = true;
  }

  /// Meets the next message or connection: gives the chance of this application where the rule holds for it, which counts as
  /// applied.
  public synchronized Optional<RandomGenerator> next() {
    long number = met++;
    if (isRemoved || !isScheduled(number)) {
      return Optional.empty();
    }
    applied++;
    return Optional.of(random(number, USE));
  }

  /// Takes one application back: it turned out that nothing could be done.
  public synchronized void didNotFit() {
    applied--;
    unfit++;
  }

  /// Takes the last application back as if what it was applied to had not come: it came to nothing, and will come again.
  public synchronized void takeBack() {
    applied--;
    met--;
  }

  private boolean isScheduled(long number) {
    Schedule schedule = rule.schedule();
    long since = owner.nanos() - setAt;
    if (number < schedule.after()
        || (schedule.times() > 0 && applied + unfit >= schedule.times())
        || (number - schedule.after()) % schedule.every() != 0) {
      return false;
    }
    if (schedule.window().isPresent()) {
      Schedule.Window window = schedule.window().get();
      if (since < window.from().toNanos() || since >= window.until().toNanos()) {
        return false;
      }
    }
    if (schedule.quota().isPresent() && isWithin(schedule.quota().get(), since)) {
      return false;
    }
    return schedule.probability() == 1
        || random(number, CHOICE).nextDouble() < schedule.probability();
  }

  private boolean isWithin(Schedule.Quota quota, long since) {
    long span = since / quota.span().toNanos();
    if (span != quotaSpan) {
      quotaSpan = span;
      passedInSpan = 0;
    }
    if (passedInSpan < quota.limit()) {
      passedInSpan++;
      return true;
    }
    return false;
  }

  /// The same number has the same chance, in whichever order threads come.
  private RandomGenerator random(long number, long purpose) {
    return new SplittableRandom(seed + GOLDEN * (2 * number + purpose));
  }
}
