package dev.concordat.engine.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.environment.process.JavaHeap;
import dev.concordat.environment.process.ProcessMemory;
import dev.concordat.model.profile.Measurement;
import dev.concordat.model.profile.Reading;
import dev.concordat.model.profile.Trait;
import dev.concordat.wire.capture.EventLoops;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/// Small consumers as processes of their own, whose memory is what the system says it is.
@Tag("slow")
@Isolated("asks as often as time allows")
class MemoryGrowthTest {
  private static final Limits LIMITS =
      new Limits(Duration.ofSeconds(6), Duration.ofSeconds(4), Duration.ofMinutes(2), 10, 2);

  @Test
  void aConsumerThatKeepsSomethingOfEveryFailedCallGrows() throws Exception {
    Measurement measured = measured(Integer.MAX_VALUE);

    assertThat(measured.trait()).isEqualTo(Trait.MEMORY);
    assertThat(measured.reading()).isEqualTo(new Reading.Word(MemoryGrowth.GROWS));
    assertThat(measured.experiment()).matches("503: 40 calls between good ones, \\d+ KiB each");
  }

  @Test
  void oneThatKeepsTheLastFewLevelsOff() throws Exception {
    assertThat(measured(12).reading()).isEqualTo(new Reading.Word(MemoryGrowth.STEADY));
  }

  @Test
  void oneThatKeepsNothingDoesNotGrow() throws Exception {
    assertThat(measured(0).reading()).isEqualTo(new Reading.Word(MemoryGrowth.STEADY));
  }

  @Test
  void aTrendIsToldFromNoiseAndItsSlopeFromSingleJumps() {
    // Given
    var random = new Random(1);
    List<Long> noise = LongStream.range(0, 40).mapToObj(i -> random.nextLong(1000)).toList();
    List<Long> rising =
        LongStream.range(0, 40).mapToObj(i -> i * 100 + (i == 20 ? 1_000_000 : 0)).toList();

    // When
    boolean isNoiseUp = new Trend(noise).isUp();

    // Then
    assertThat(isNoiseUp).isFalse();
    assertThat(new Trend(rising).isUp()).isTrue();
    assertThat(new Trend(rising).slope()).isEqualTo(100);
  }

  @Test
  void oneWhoseHeapFillsForTheFirstTimeIsNotSaidToGrow() throws Exception {
    Measurement measured = measured(-1);

    assertThat(measured.reading())
        .isInstanceOfSatisfying(
            Reading.Unknown.class,
            unknown ->
                assertThat(unknown.reason())
                    .matches("its processes took \\d+ KiB for each, its heap kept none of it"));
  }

  private static Measurement measured(int kept) throws Exception {
    try (var loops = EventLoops.open(1);
        var subject = new SmallSubject(link -> started(link.getPort(), kept), loops)) {
      return MemoryGrowth.measure(subject, memory(subject), LIMITS);
    }
  }

  private static MemoryGrowth.Memory memory(SmallSubject subject) {
    return new MemoryGrowth.Memory() {
      @Override
      public OptionalLong resident() {
        return ProcessMemory.of(subject.process().orElseThrow().pid());
      }

      @Override
      public OptionalLong live() throws InterruptedException {
        return JavaHeap.live(subject.process().orElseThrow().pid());
      }
    };
  }

  private static SmallSubject.Started started(int port, int kept) throws IOException {
    String classPath = System.getProperty("java.class.path");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-Xmn300m",
                "-cp",
                classPath,
                Hoarder.class.getName(),
                Integer.toString(port),
                Integer.toString(kept))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var output =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
    URI orders = URI.create("http://127.0.0.1:" + output.readLine() + "/orders");
    return new SmallSubject.Started(process, orders);
  }
}
