package dev.concordat.engine.resilience;

import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.model.profile.Measurement;
import dev.concordat.model.profile.Reading;
import dev.concordat.model.profile.Sureness;
import dev.concordat.model.profile.Trait;
import dev.concordat.wire.fault.Direction;
import dev.concordat.wire.fault.Disturbances;
import dev.concordat.wire.fault.FaultRule;
import dev.concordat.wire.fault.PlacedFault;
import dev.concordat.wire.fault.Requests;
import dev.concordat.wire.fault.Schedule;
import dev.concordat.wire.fault.Stall;
import dev.concordat.wire.http.LinkEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Whether it matters that two requests arrive in the other order: twice they are made one after the other, then the link
/// keeps the first until the second is done. What differs between the first two times is no sign: ids that are made up, times.
/// Values are compared column by column, each as a bag, so that numbers which are given out in turn may be exchanged.
public final class Overtaking {
  static final String SAME = "the same afterwards";
  static final String DIFFERS = "differs";
  private static final String EXPERIMENT = "two calls, the second overtakes the first";

  /// A consumer that makes one call after the other never sends the second.
  private static final Duration OVERTAKES_WITHIN = Duration.ofSeconds(5);

  private static final Duration LOOKS_EVERY = Duration.ofMillis(20);

  private final Pair pair;
  private final Disturbances link;
  private final Requests requests;
  private final LinkLog log;

  private Overtaking(Pair pair, Disturbances link, Requests requests, LinkLog log) {
    this.pair = pair;
    this.link = link;
    this.requests = requests;
    this.log = log;
  }

  /// Measures one pair. No fault is left on the link.
  ///
  /// @param requests those of the operation
  public static Measurement measure(Pair pair, Disturbances link, Requests requests, LinkLog log)
      throws EnvironmentFailure, InterruptedException {
    return new Overtaking(pair, link, requests, log).measure();
  }

  private Measurement measure() throws EnvironmentFailure, InterruptedException {
    List<Pair.Left> once = inOrder();
    List<Pair.Left> again = inOrder();
    Optional<List<Pair.Left>> exchanged = exchanged();
    if (exchanged.isEmpty()) {
      return Measurement.unknown(
          Trait.ORDER, EXPERIMENT, "the second request did not come while the first was kept");
    }
    return compared(once, again, exchanged.get(), EXPERIMENT);
  }

  /// What two calls or messages have left in their order, twice, and in the other.
  static Measurement compared(
      List<Pair.Left> once, List<Pair.Left> again, List<Pair.Left> exchanged, String experiment) {
    if (Bags.of(once).isEmpty()) {
      return Measurement.unknown(Trait.ORDER, experiment, "nothing that they leave can be seen");
    }
    Reading reading =
        Bags.differing(once, again, exchanged).stream()
            .findFirst()
            .map(place -> new Reading.Word(DIFFERS + ": " + place))
            .orElseGet(() -> new Reading.Word(SAME));
    return new Measurement(Trait.ORDER, reading, experiment, Sureness.LIKELY);
  }

  private List<Pair.Left> inOrder() throws EnvironmentFailure {
    pair.begin();
    pair.call(Pair.Which.FIRST);
    pair.call(Pair.Which.SECOND);
    return pair.end();
  }

  private Optional<List<Pair.Left>> exchanged() throws EnvironmentFailure, InterruptedException {
    pair.begin();
    int mark = log.mark();
    PlacedFault kept =
        link.add(
            FaultRule.of(new Stall(0))
                .on(requests)
                .towards(Direction.TO_PROVIDER)
                .when(Schedule.first(1)));
    Thread first = Thread.startVirtualThread(() -> pair.call(Pair.Which.FIRST));
    Thread second = Thread.startVirtualThread(() -> {});
    boolean hasOvertaken = false;
    try {
      if (await(mark, 1, first)) {
        second = Thread.startVirtualThread(() -> pair.call(Pair.Which.SECOND));
        boolean isDone = second.join(OVERTAKES_WITHIN);
        hasOvertaken = isDone && first.isAlive() && attempts(mark) > 1;
      }
    } finally {
      kept.remove();
    }
    first.join();
    second.join();
    List<Pair.Left> left = pair.end();
    return hasOvertaken ? Optional.of(left) : Optional.empty();
  }

  private boolean await(int mark, int count, Thread caller) throws InterruptedException {
    long until = System.nanoTime() + OVERTAKES_WITHIN.toNanos();
    while (attempts(mark) < count && caller.isAlive() && System.nanoTime() < until) {
      log.awaitQuiet(LOOKS_EVERY, until);
    }
    return attempts(mark) >= count;
  }

  private int attempts(int mark) {
    Predicate<LinkEvent.Requested> isWanted =
        request -> requests.includes(request.method(), request.target());
    return log.attempts(mark, isWanted).size();
  }
}
