package dev.concordat.environment.running;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.environment.home.Home;
import dev.concordat.environment.home.RunInfo;
import dev.concordat.environment.process.Await;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is left of a Concordat process that is killed: nothing.
@Tag("slow")
@Order(1)
class KillTest {
  private static final Duration CHILDREN_MAY_LIVE = Duration.ofSeconds(5);

  @TempDir static Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"Started[subject=stubborn", "Done", "ready"})
  void noChildOutlivesAKilledConcordatByFiveSeconds(String moment) throws Exception {
    // Given
    Process victim = startUntil(moment);
    List<ProcessHandle> children = victim.descendants().toList();

    // When
    victim.destroyForcibly().waitFor();

    // Then
    Await.within(CHILDREN_MAY_LIVE, () -> children.stream().noneMatch(KillTest::isRunning));
    Home home = Home.at(folder.resolve("home"));
    home.clearLeftOvers();
    assertThat(home.running()).isEmpty();
  }

  @Test
  void endsInOrderWhenItIsAskedTo() throws Exception {
    // Given
    Process victim = startUntil("ready");
    List<ProcessHandle> children = victim.descendants().toList();

    // When
    victim.destroy();

    // Then
    assertThat(victim.waitFor(30, TimeUnit.SECONDS)).isTrue();
    Await.within(CHILDREN_MAY_LIVE, () -> children.stream().noneMatch(KillTest::isRunning));
  }

  @Test
  void isListedWhileItRunsAndEndedWithAllOthers() throws Exception {
    // Given
    Process victim = startUntil("ready");
    Home home = Home.at(folder.resolve("home"));

    // When
    List<RunInfo> ended = home.stopAll();

    // Then
    assertThat(ended).extracting(RunInfo::pid).containsExactly(victim.pid());
    assertThat(victim.isAlive()).isFalse();
    assertThat(home.running()).isEmpty();
  }

  private static Process startUntil(String moment) throws IOException {
    Process victim =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Dconcordat.parts=" + System.getProperty("concordat.parts"),
                "-cp",
                System.getProperty("java.class.path"),
                Victim.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .start();
    BufferedReader output = victim.inputReader();
    var seen = new StringBuilder();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      seen.append(line).append('\n');
      if (line.startsWith(moment)) {
        return victim;
      }
    }
    throw new AssertionError("never " + moment + ":\n" + seen);
  }

  /// A zombie has ended; it only waits for its new parent to notice.
  private static boolean isRunning(ProcessHandle process) {
    if (!process.isAlive()) {
      return false;
    }
    try {
      String stat = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "stat"));
      return !stat.substring(stat.lastIndexOf(')') + 1).strip().startsWith("Z");
    } catch (IOException _) {
      return process.isAlive();
    }
  }
}
