package dev.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What is left of `concordat` when it is killed or asked to end at a random moment: nothing. `-Dkills=10 -Dkills.seed=N`
/// repeats it as often, at the same moments.
@Tag("slow")
@Order(1)
final class KilledRunTest {
  private static final int KILLS = Integer.getInteger("kills", 3);
  private static final long SEED = Long.getLong("kills.seed", System.nanoTime());
  private static final int LATEST_MOMENT_MILLIS = 8_000;
  private static final Duration CHILDREN_MAY_LIVE = Duration.ofSeconds(5);

  @TempDir private static Path temporary;

  static Stream<Integer> moments() {
    var random = new Random(SEED);
    return IntStream.range(0, KILLS).mapToObj(_ -> random.nextInt(LATEST_MOMENT_MILLIS));
  }

  @ParameterizedTest(name = "killed after {0} ms")
  @MethodSource("moments")
  void noChildOutlivesAKilledRunAndTheNextRunWorks(int momentMillis) throws Exception {
    // Given
    Path folder = workspace("killed");
    Process concordat = start(folder, "up");
    concordat.waitFor(momentMillis, TimeUnit.MILLISECONDS);

    // When
    concordat.destroyForcibly().waitFor();

    // Then
    assertThat(Survivors.after(CHILDREN_MAY_LIVE, home())).as("-Dkills.seed=" + SEED).isEmpty();
    CommandTester.Result next = new CommandTester(home(), folder).run("test");
    assertThat(next.exitCode()).as(next.err()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"TERM, 143", "INT, 130"})
  void aSignalEndsEverything(String signal, int exitCode) throws Exception {
    // Given
    Process concordat = start(workspace("signalled"), "up");
    awaitSystem(concordat);

    // When
    ConcordatProcess.signal(concordat, signal);

    // Then
    assertThat(concordat.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(concordat.exitValue()).isEqualTo(exitCode);
    assertThat(Survivors.of(home())).isEmpty();
  }

  @Test
  void systemsThatASignalEndsAreNotToldAsThoughTheyHadDied() throws Exception {
    // Given
    Path folder = workspace("told");
    Process concordat = start(folder, "up");
    ConcordatProcess.await(concordat, folder, Pattern.compile("ctrl-C ends all"));

    // When
    ConcordatProcess.signal(concordat, "INT");

    // Then
    assertThat(concordat.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(ConcordatProcess.log(folder)).content().doesNotContain("ended with exit code");
  }

  @Test
  void downEndsWhatIsUpElsewhere() throws Exception {
    // Given
    Path folder = workspace("up");
    Process concordat = start(folder, "up");
    awaitSystem(concordat);

    // When
    CommandTester.Result down = new CommandTester(home(), folder).run("down", "--all");

    // Then
    assertThat(down.exitCode()).isZero();
    assertThat(down.out()).contains("1 run ended");
    assertThat(concordat.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(Survivors.of(home())).isEmpty();
  }

  /// With a database, so that there is more than one process to leave behind.
  private static Path workspace(String name) throws IOException {
    Path folder = Files.createDirectories(temporary.resolve(name));
    GreeterWorkspace.in(folder)
        .with("greeter/db/V1__words.sql", "create table words (word text primary key);\n")
        .replacing(
            "concordat.yaml",
            "flows:",
            "    needs:\n      words-db: {part: postgres@16, env: DATABASE_URL, migrations: db}\nflows:");
    return folder;
  }

  private static Path home() {
    return temporary.resolve("home");
  }

  private static Process start(Path folder, String command) throws IOException {
    return ConcordatProcess.start(home(), folder, command);
  }

  private static void awaitSystem(Process concordat) throws Exception {
    long deadline = System.nanoTime() + Duration.ofSeconds(180).toNanos();
    while (Survivors.of(home()).stream().noneMatch(KilledRunTest::isGreeter)) {
      assertThat(concordat.isAlive()).as("concordat runs").isTrue();
      assertThat(System.nanoTime()).as("time").isLessThan(deadline);
      concordat.waitFor(50, TimeUnit.MILLISECONDS);
    }
  }

  private static boolean isGreeter(ProcessHandle process) {
    return process.info().commandLine().filter(line -> line.contains("Main.java")).isPresent();
  }
}
