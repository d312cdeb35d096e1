package dev.concordat.engine.timing;

import dev.concordat.model.link.LinkName;
import dev.concordat.model.timing.Latency;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/// How long the answers of each operation took on each link: histograms with three digits (HdrHistogram), in flat memory
/// however many answers there are. Not thread-safe.
///
/// Where calls were planned at fixed times, a slow answer also delays the calls behind it, and a plain histogram counts it
/// once although everybody who called meanwhile would have waited (*coordinated omission*). With the planned distance the
/// histogram adds what those would have measured.
public final class Latencies {
  private static final long LOWEST_MICROS = 1;
  private static final long HIGHEST_MICROS = Duration.ofHours(1).toNanos() / 1000;
  private static final int DIGITS = 3;

  private record Key(LinkName link, String operation) {}

  private static final class Measured {
    final Histogram histogram = new Histogram(LOWEST_MICROS, HIGHEST_MICROS, DIGITS);
    long answers;
  }

  private final Map<Key, Measured> histograms = new LinkedHashMap<>();

  /// An answer that was not planned for a time.
  public void record(LinkName link, String operation, Duration took) {
    Measured measured = of(link, operation);
    measured.histogram.recordValue(micros(took));
    measured.answers++;
  }

  /// An answer of a call that belongs to a series.
  ///
  /// @param planned the distance between two calls of the series
  public void recordPlanned(LinkName link, String operation, Duration took, Duration planned) {
    Measured measured = of(link, operation);
    measured.histogram.recordValueWithExpectedInterval(micros(took), micros(planned));
    measured.answers++;
  }

  private Measured of(LinkName link, String operation) {
    return histograms.computeIfAbsent(new Key(link, operation), key -> new Measured());
  }

  private static long micros(Duration took) {
    return Math.clamp(took.toNanos() / 1000, LOWEST_MICROS, HIGHEST_MICROS);
  }

  /// The share of answers that took longer than a limit, between 0 and 1; 0 where there were none.
  public double shareOver(LinkName link, String operation, Duration limit) {
    Measured measured = histograms.get(new Key(link, operation));
    if (measured == null || measured.histogram.getTotalCount() == 0) {
      return 0;
    }
    long within = measured.histogram.getCountBetweenValues(0, micros(limit));
    return 1 - (double) within / measured.histogram.getTotalCount();
  }

  /// How many answers were measured.
  public long count(LinkName link, String operation) {
    Measured measured = histograms.get(new Key(link, operation));
    return measured == null ? 0 : measured.answers;
  }

  /// All distributions, by link and operation.
  public List<Latency> all() {
    List<Latency> all = new ArrayList<>();
    histograms.forEach((key, measured) -> all.add(latency(key, measured)));
    all.sort(
        Comparator.comparing((Latency it) -> it.link().toString())
            .thenComparing(Latency::operation));
    return List.copyOf(all);
  }

  private static Latency latency(Key key, Measured measured) {
    Histogram histogram = measured.histogram;
    return new Latency(
        key.link(),
        key.operation(),
        measured.answers,
        histogram.getTotalCount() - measured.answers,
        at(histogram, 50),
        at(histogram, 95),
        at(histogram, 99),
        duration(histogram.getMaxValue()));
  }

  private static Duration at(Histogram histogram, double percentile) {
    return duration(histogram.getValueAtPercentile(percentile));
  }

  private static Duration duration(long micros) {
    return Duration.ofNanos(micros * 1000);
  }
}
