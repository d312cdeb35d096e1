package dev.concordat.engine.timing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.model.link.LinkName;
import dev.concordat.model.timing.Latency;
import java.time.Duration;
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

  private static void both(Latencies planned, Latencies plain, Duration took) {
    planned.recordPlanned(LINK, "a", took, Duration.ofMillis(10));
    plain.record(LINK, "a", took);
  }
}
