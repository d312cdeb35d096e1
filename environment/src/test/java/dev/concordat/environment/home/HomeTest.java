package dev.concordat.environment.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.concordat.environment.EnvironmentFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
  @TempDir Path folder;

  @Test
  void listsARunUntilItIsClosed() throws Exception {
    // Given
    Home home = Home.at(folder);
    RunFolder closed = home.newRun("first");
    RunFolder open = home.newRun("second");

    // When
    closed.close();

    // Then
    assertThat(home.running()).extracting(RunInfo::workspace).containsExactly("second");
    assertThat(home.running())
        .extracting(RunInfo::pid)
        .containsExactly(ProcessHandle.current().pid());
    open.close();
  }

  @Test
  void leavesTheRunsOfLivingProcessesAlone() throws Exception {
    // Given
    Home home = Home.at(folder);
    try (RunFolder run = home.newRun("mine")) {
      Path data = run.data("postgres");

      // When
      home.clearLeftOvers();

      // Then
      assertThat(data).exists();
    }
  }

  @Test
  void endsTheChildrenOfADeadProcessAndRemovesItsData() throws Exception {
    // Given
    Home home = Home.at(folder);
    Process orphan = new ProcessBuilder("sleep", "600").start();
    Path run =
        deadRun("20200101-000000-dead", orphan.pid(), orphan.info().startInstant().orElseThrow());

    // When
    home.clearLeftOvers();

    // Then
    assertThat(orphan.waitFor()).isNotZero();
    assertThat(run.resolve(RunFolder.DATA)).doesNotExist();
    assertThat(run.resolve(RunFolder.FINISHED)).exists();
  }

  @Test
  void leavesAProcessAloneThatGotTheIdOfADeadChild() throws Exception {
    // Given
    Home home = Home.at(folder);
    Process stranger = new ProcessBuilder("sleep", "600").start();
    deadRun("20200101-000000-dead", stranger.pid(), Instant.now().minusSeconds(3600));

    // When
    home.clearLeftOvers();

    // Then
    assertThat(stranger.isAlive()).isTrue();
    stranger.destroyForcibly();
  }

  @Test
  void keepsTheLastTwentyFinishedRuns() throws Exception {
    // Given
    Home home = Home.at(folder);
    for (int i = 0; i < 23; i++) {
      home.newRun("run").close();
    }

    // When
    home.clearLeftOvers();

    // Then
    try (var runs = Files.list(home.runs())) {
      assertThat(runs).hasSize(20);
    }
  }

  @Test
  void makesACacheEntryOnceForManyThreads() throws Exception {
    // Given
    var cache = new Cache(Home.at(folder));
    var made = new AtomicInteger();
    Cache.Maker<RuntimeException> maker =
        entry -> {
          made.incrementAndGet();
          Files.writeString(entry.resolve("file"), "content");
        };

    // When
    var threads =
        List.of(1, 2, 3, 4).stream()
            .map(_ -> Thread.ofVirtual().start(() -> get(cache, maker)))
            .toList();
    for (Thread thread : threads) {
      thread.join();
    }

    // Then
    assertThat(made).hasValue(1);
    assertThat(cache.entry("tool/1").resolve("file")).hasContent("content");
  }

  private static void get(Cache cache, Cache.Maker<RuntimeException> maker) {
    try {
      cache.get("tool/1", maker);
    } catch (java.io.IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private Path deadRun(String id, long pid, Instant start) throws Exception {
    Path run = Files.createDirectories(folder.resolve("runs").resolve(id));
    Files.createDirectories(run.resolve(RunFolder.DATA));
    Files.createFile(run.resolve(RunFolder.LOCK));
    Files.write(run.resolve(RunFolder.OWNER), List.of("1", "2020-01-01T00:00:00Z", "dead"));
    Files.writeString(run.resolve(RunFolder.PROCESSES), pid + " " + start + " child\n");
    return run;
  }

  @Nested
  class Failures {
    @Test
    void saysHowToNameAnotherHomeWhereItCannotWrite() throws Exception {
      // Given
      Path file = Files.createFile(folder.resolve("file"));

      // When
      assertThatThrownBy(() -> Home.at(file.resolve("home")))
          // Then
          .isInstanceOfSatisfying(
              EnvironmentFailure.class,
              failure -> {
                assertThat(failure.troubles().getFirst().message())
                    .startsWith("Concordat cannot write to its home folder");
                assertThat(failure.troubles().getFirst().fix()).contains("CONCORDAT_HOME=");
              });
    }
  }
}
