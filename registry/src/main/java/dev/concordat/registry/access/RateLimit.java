package dev.concordat.registry.access;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/// How many requests each caller may send: a bucket that fills evenly and holds the requests of one minute. Thread-safe.
public final class RateLimit {
  /// Callers that are remembered; the one that was silent longest is forgotten first.
  private static final int MAX_CALLERS = 10_000;

  private static final double NANOS_PER_MINUTE = Duration.ofMinutes(1).toNanos();

  private final int perMinute;
  private final LongSupplier nanoClock;
  private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true);

  private record Bucket(double left, long at) {}

  /// @param nanoClock such as `System::nanoTime`
  public RateLimit(int perMinute, LongSupplier nanoClock) {
    this.perMinute = perMinute;
    this.nanoClock = nanoClock;
  }

  /// Counts a request.
  ///
  /// @return 0 when it may pass, else after how many seconds to come again
  public synchronized long take(String caller) {
    long now = nanoClock.getAsLong();
    Bucket bucket = buckets.getOrDefault(caller, new Bucket(perMinute, now));
    double left =
        Math.min(perMinute, bucket.left() + (now - bucket.at()) * perMinute / NANOS_PER_MINUTE);
    if (left < 1) {
      buckets.put(caller, new Bucket(left, now));
      return Math.max(1, (long) Math.ceil((1 - left) * 60 / perMinute));
    }
    buckets.put(caller, new Bucket(left - 1, now));
    if (buckets.size() > MAX_CALLERS) {
      buckets.remove(buckets.keySet().iterator().next());
    }
    return 0;
  }
}
