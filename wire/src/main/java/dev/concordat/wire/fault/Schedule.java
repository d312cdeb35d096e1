package dev.concordat.wire.fault;

import java.time.Duration;
import java.util.Optional;

/// For which of the messages or connections that a rule is meant for it holds. They are counted from 0 when the rule is set:
/// `after` are let pass; of those that follow every `every`-th is chosen, with a probability, until `times` were.
///
/// @param after how many are let pass first
/// @param times how many are disturbed at most; 0 for all
/// @param every 1 for each, 2 for every other
/// @param probability above 0, at most 1; chance comes from the seed of the {@link Disturbances}
/// @param window when, since the rule was set; none for always
/// @param quota none, or how many are let pass in each span of time
public record Schedule(
    int after,
    int times,
    int every,
    double probability,
    Optional<Window> window,
    Optional<Quota> quota) {
  /// Each one, always.
  public static final Schedule ALWAYS =
      new Schedule(0, 0, 1, 1, Optional.empty(), Optional.empty());

  public Schedule {
    if (after < 0 || times < 0) {
      throw new IllegalArgumentException("'after' and 'times' count from 0");
    }
    if (every < 1) {
      throw new IllegalArgumentException("'every' counts from 1");
    }
    if (!(probability > 0 && probability <= 1)) {
      throw new IllegalArgumentException("'probability' is above 0 and at most 1");
    }
  }

  /// A span of time since a rule was set.
  ///
  /// @param from when it begins
  /// @param until when it is over
  public record Window(Duration from, Duration until) {
    public Window {
      if (from.isNegative() || until.compareTo(from) <= 0) {
        throw new IllegalArgumentException("a window begins at 0 or later and ends after that");
      }
    }
  }

  /// So many are let pass in each span of time; the rule holds for the others.
  ///
  /// @param limit how many
  /// @param span of time; the first begins with the rule
  public record Quota(int limit, Duration span) {
    public Quota {
      if (limit < 0 || span.isNegative() || span.isZero()) {
        throw new IllegalArgumentException("a quota counts from 0 and its span is not empty");
      }
    }
  }

  /// The first so many, then no more: fail N times, then succeed.
  public static Schedule first(int times) {
    return new Schedule(0, times, 1, 1, Optional.empty(), Optional.empty());
  }

  /// Some, by chance.
  public static Schedule sometimes(double probability) {
    return new Schedule(0, 0, 1, probability, Optional.empty(), Optional.empty());
  }

  /// All between two moments: an outage.
  public static Schedule during(Duration from, Duration until) {
    return new Schedule(0, 0, 1, 1, Optional.of(new Window(from, until)), Optional.empty());
  }

  /// Those beyond so many in each span of time.
  public static Schedule beyond(int limit, Duration span) {
    return new Schedule(0, 0, 1, 1, Optional.empty(), Optional.of(new Quota(limit, span)));
  }

  /// Lets some pass first.
  public Schedule startingAfter(int count) {
    return new Schedule(count, times, every, probability, window, quota);
  }
}
