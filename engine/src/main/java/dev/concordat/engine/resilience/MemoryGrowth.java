package dev.concordat.engine.resilience;

import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.model.profile.Measurement;
import dev.concordat.model.profile.Reading;
import dev.concordat.model.profile.Sureness;
import dev.concordat.model.profile.Trait;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// Whether failed calls cost a consumer memory that it does not give back: what its processes have in RAM is looked at after
/// each of many good calls, as many that get 503, and as many good ones again. It grows when the failed calls have a trend
/// upwards, in their second half too (a cache that fills up levels off), that is steeper than that of the good ones, and
/// what came on stays. A runtime that has not cleaned up yet looks the same, so Java processes are then asked what their heaps
/// hold once they were cleaned up, before as many failed calls again and after as many good ones.
public final class MemoryGrowth {
  static final String GROWS = "grows with every failed call";
  static final String STEADY = "does not grow with failed calls";

  private static final int CALLS = 40;
  private static final int FEWEST = 16;
  private static final Duration LONGEST_PHASE = Duration.ofSeconds(20);

  /// Less for a call is lost among what runtimes do anyway.
  private static final double LEAST_BYTES = 16 << 10;

  private static final double STEEPER = 2;
  private static final long KIB = 1024;

  private final Subject subject;
  private final Memory memory;
  private final Limits limits;

  /// What is known of the memory of the consumer's processes.
  public interface Memory {
    /// What they have in RAM, in bytes; empty where nothing tells.
    OptionalLong resident();

    /// What their heaps hold once they were cleaned up, in bytes; empty where nothing tells.
    OptionalLong live() throws InterruptedException;
  }

  private MemoryGrowth(Subject subject, Memory memory, Limits limits) {
    this.subject = subject;
    this.memory = memory;
    this.limits = limits;
  }

  /// Measures it. The disturbances are off when this returns.
  ///
  public static Measurement measure(Subject subject, Memory memory, Limits limits)
      throws InterruptedException, EnvironmentFailure {
    try {
      return new MemoryGrowth(subject, memory, limits).measure();
    } finally {
      subject.calm();
    }
  }

  private Measurement measure() throws InterruptedException, EnvironmentFailure {
    String experiment = "503: " + Experiments.calls(CALLS) + " between good ones";
    if (memory.resident().isEmpty()) {
      return Measurement.unknown(
          Trait.MEMORY, experiment, "nothing tells how much memory the consumer has");
    }
    List<Long> before = phase();
    subject.disturb(Disturbance.ERROR);
    List<Long> during = phase();
    subject.calm();
    var _ =
        Recovery.await(subject, limits.patience(), System.nanoTime() + limits.recovery().toNanos());
    List<Long> after = phase();
    if (before.size() < FEWEST || during.size() < FEWEST || after.size() < FEWEST) {
      return Measurement.unknown(
          Trait.MEMORY, experiment, "its calls take too long to be repeated often enough");
    }
    double slope = new Trend(during).slope();
    if (!isGrowing(before, during, after, slope)) {
      return new Measurement(Trait.MEMORY, new Reading.Word(STEADY), experiment, Sureness.LIKELY);
    }
    OptionalDouble held = held();
    if (held.isPresent() && held.getAsDouble() < LEAST_BYTES) {
      return Measurement.unknown(
          Trait.MEMORY,
          experiment,
          "its processes took "
              + Math.round(slope / KIB)
              + " KiB for each, its heap kept none of it");
    }
    double each = held.orElse(slope);
    return new Measurement(
        Trait.MEMORY,
        new Reading.Word(GROWS),
        experiment + ", " + Math.round(each / KIB) + " KiB each",
        held.isPresent() ? Sureness.SURE : Sureness.LIKELY);
  }

  /// What the heap kept of each of as many failed calls again, in bytes; nothing where it cannot be asked.
  private OptionalDouble held() throws InterruptedException, EnvironmentFailure {
    OptionalLong first = memory.live();
    if (first.isEmpty()) {
      return OptionalDouble.empty();
    }
    subject.disturb(Disturbance.ERROR);
    int calls = phase().size();
    subject.calm();
    var _ =
        Recovery.await(subject, limits.patience(), System.nanoTime() + limits.recovery().toNanos());
    var _ = phase();
    OptionalLong last = memory.live();
    return last.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) (last.getAsLong() - first.getAsLong()) / calls);
  }

  private static boolean isGrowing(
      List<Long> before, List<Long> during, List<Long> after, double slope) {
    var secondHalf = new Trend(during.subList(during.size() / 2, during.size()));
    double usual = Math.max(0, Math.max(new Trend(before).slope(), new Trend(after).slope()));
    long cameOn = during.getLast() - during.getFirst();
    boolean isKept = after.getLast() > during.getLast() - cameOn / 2;
    return new Trend(during).isUp()
        && secondHalf.isUp()
        && slope > STEEPER * usual
        && slope > LEAST_BYTES
        && secondHalf.slope() > slope / 2
        && isKept;
  }

  private List<Long> phase() throws InterruptedException, EnvironmentFailure {
    long until = System.nanoTime() + LONGEST_PHASE.toNanos();
    List<Long> seen = new ArrayList<>();
    while (seen.size() < CALLS && System.nanoTime() < until) {
      var _ = subject.call(limits.patience());
      memory.resident().ifPresent(seen::add);
    }
    return seen;
  }
}
