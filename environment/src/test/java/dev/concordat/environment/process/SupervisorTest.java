package dev.concordat.environment.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.environment.home.Home;
import dev.concordat.environment.home.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final Map<String, String> VARIABLES = Map.of("PATH", System.getenv("PATH"));

  @TempDir Path folder;

  @Test
  void tellsTheExitCodeAndTheLastLinesOfAChild() throws Exception {
    // Given
    try (RunFolder run = Home.at(folder).newRun("test");
        var supervisor = new Supervisor(run)) {
      // When
      ChildProcess child = start(supervisor, "echo one; echo two >&2; echo three; exit 7");
      child.awaitExit(LIMIT);

      // Then
      assertThat(child.exitCode()).hasValue(7);
      assertThat(child.lastLines(2)).containsExactly("two", "three");
      assertThat(Files.readAllLines(child.logFile())).containsExactly("one", "two", "three");
    }
  }

  @Test
  void tellsListenersThatAChildHasEnded() throws Exception {
    try (RunFolder run = Home.at(folder).newRun("test");
        var supervisor = new Supervisor(run)) {
      // Given
      var told = new CountDownLatch(1);
      ChildProcess child = start(supervisor, "exec sleep 600");

      // When
      child.onExit(told::countDown);
      child.stop(LIMIT);

      // Then
      assertThat(told.await(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
      assertThat(child.exitCode()).hasValue(128 + 15);
    }
  }

  @Test
  void endsTheWholeGroupOfAChildThatDoesNotListen() throws Exception {
    try (RunFolder run = Home.at(folder).newRun("test");
        var supervisor = new Supervisor(run)) {
      // Given
      ChildProcess child =
          start(supervisor, "trap '' TERM; sleep 600 & echo $!; wait; wait; sleep 600");
      Path log = child.logFile();
      Await.until(() -> !child.lastLines(1).isEmpty());
      long grandchild = Long.parseLong(Files.readString(log).strip());

      // When
      child.stop(Duration.ofMillis(100));

      // Then
      assertThat(child.isAlive()).isFalse();
      Await.until(() -> ProcessHandle.of(grandchild).filter(ProcessHandle::isAlive).isEmpty());
    }
  }

  @Test
  void endsEveryChildWhenItIsClosed() throws Exception {
    try (RunFolder run = Home.at(folder).newRun("test")) {
      // Given
      var supervisor = new Supervisor(run);
      ChildProcess one = start(supervisor, "exec sleep 600");
      ChildProcess other = start(supervisor, "exec sleep 600");

      // When
      supervisor.close();

      // Then
      assertThat(one.isAlive()).isFalse();
      assertThat(other.isAlive()).isFalse();
    }
  }

  @Test
  void givesAChildOnlyTheVariablesOfItsSpecAndTheRunsMarker() throws Exception {
    try (RunFolder run = Home.at(folder).newRun("test");
        var supervisor = new Supervisor(run)) {
      // Given
      var spec =
          new ChildSpec(
              "env", List.of("env"), folder, Map.of("PATH", VARIABLES.get("PATH"), "A", "b"));

      // When
      ChildProcess child = supervisor.start(spec);
      child.awaitExit(LIMIT);

      // Then
      assertThat(child.lastLines(50))
          .contains("A=b", Supervisor.MARKER + "=" + run.path())
          .noneMatch(line -> line.startsWith("JAVA_HOME"));
    }
  }

  private ChildProcess start(Supervisor supervisor, String script) throws Exception {
    return supervisor.start(
        new ChildSpec("child", List.of("/bin/sh", "-c", script), folder, VARIABLES));
  }
}
