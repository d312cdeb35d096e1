package dev.concordat.engine.resilience;

import dev.concordat.model.profile.Measurement;
import dev.concordat.model.profile.Reading;
import dev.concordat.model.profile.Sureness;
import dev.concordat.model.profile.Trait;
import java.time.Duration;
import java.util.List;

/// How long a consumer waits for a connection that nobody answers: from its first SYN to the end of its socket.
final class ConnectTimeout {
  private static final double SAME_WITHIN = 0.1;

  private ConnectTimeout() {}

  /// @param calls how many were made
  /// @param seen all that tried to connect meanwhile
  static Measurement of(int calls, List<ConnectWatch.Connecting> seen) {
    String experiment = Disturbance.UNREACHABLE.word() + ": " + Experiments.calls(calls);
    List<Duration> given =
        seen.stream()
            .filter(ConnectWatch.Connecting::isEnded)
            .map(ConnectWatch.Connecting::took)
            .sorted()
            .toList();
    if (!given.isEmpty()) {
      // Rather the shorter of two: when a socket came is known, that it is gone may be seen late.
      Duration median = given.get((given.size() - 1) / 2);
      long spread = given.getLast().toNanos() - given.getFirst().toNanos();
      boolean isSteady = given.size() > 1 && spread <= median.toNanos() * SAME_WITHIN;
      return new Measurement(
          Trait.CONNECT_TIMEOUT,
          new Reading.Time(median),
          experiment,
          isSteady ? Sureness.SURE : Sureness.LIKELY);
    }
    return seen.stream()
        .map(ConnectWatch.Connecting::took)
        .max(Duration::compareTo)
        .map(
            longest ->
                new Measurement(
                    Trait.CONNECT_TIMEOUT,
                    new Reading.NotWithin(longest),
                    experiment,
                    Sureness.SURE))
        .orElseGet(
            () ->
                Measurement.unknown(
                    Trait.CONNECT_TIMEOUT, experiment, "nobody was seen who tried to connect"));
  }
}
