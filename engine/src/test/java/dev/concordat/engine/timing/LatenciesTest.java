package dev.concordat.engine.timing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.model.link.LinkName;
import dev.concordat.model.timing.Latency;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {
  private static final LinkName LINK = new LinkName("orders", "payments");

  @Test
  void countsThoseWhoWouldHaveWaitedBehindASlowAnswer() {
    // Given
    var planned = new Latencies();
    var plain = new Latencies();
    IntStream.range(0, 99).forEach(i -> both(planned, plain, Duration.ofMillis(1)));

    // When
    both(planned, plain, Duration.ofSeconds(1));

    // Then
    Latency corrected = planned.all().getFirst();
    Latency naive = plain.all().getFirst();
    assertThat(naive.p95()).isLessThan(Duration.ofMillis(2));
    assertThat(corrected.p95()).isGreaterThan(Duration.ofMillis(800));
    assertThat(corrected.count()).isEqualTo(100);
    assertThat(corrected.waiting()).isEqualTo(99);
    assertThat(naive.waiting()).isZero();
  }

  @Test
  void tellsWhichShareATimeoutWouldCutOff() {
    // Given
    var latencies = new Latencies();
    IntStream.rangeClosed(1, 100)
        .forEach(i -> latencies.record(LINK, "payments.createCharge", Duration.ofMillis(i * 10L)));

    // When
    double share = latencies.shareOver(LINK, "payments.createCharge", Duration.ofMillis(900));

    // Then
    assertThat(share).isBetween(0.09, 0.11);
  }

  @Test
  void slownessOfOneVersionIsSeenThroughTheNoiseThatHitsBoth() {
    // Given
    List<Duration> old = noisy(20, 1.0);
    List<Duration> slower = noisy(20, 1.5);
    List<Duration> same = noisy(20, 1.02);

    // When
    Interleaved worse = Interleaved.of(old, slower, 0.1, 0.95);
    Interleaved equal = Interleaved.of(old, same, 0.1, 0.95);
    Interleaved few = Interleaved.of(old.subList(0, 3), slower.subList(0, 3), 0.1, 0.95);

    // Then
    assertThat(worse.isSlower()).isTrue();
    assertThat(equal.isSlower()).isFalse();
    assertThat(few.isSlower()).isFalse();
  }

  private static List<Duration> noisy(int runs, double factor) {
    return IntStream.range(0, runs)
        .mapToObj(i -> Duration.ofNanos((long) (factor * 1_000_000 * (10 + 40 * (i % 5)))))
        .toList();
  }

  private static void both(Latencies planned, Latencies plain, Duration took) {
    planned.recordPlanned(LINK, "a", took, Duration.ofMillis(10));
    plain.record(LINK, "a", took);
  }
}
