package dev.concordat.environment.process;

import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.environment.home.RunFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Starts children and ends them: when it is closed, when Concordat is asked to end, and, through their watchdogs, when
/// Concordat is killed. Thread-safe.
public final class Supervisor implements AutoCloseable {
  /// The variable in every child's environment that names the run it belongs to.
  public static final String MARKER = "CONCORDAT_RUN";

  private static final Duration START_LIMIT = Duration.ofSeconds(10);
  private static final Duration CLOSE_GRACE = Duration.ofSeconds(3);
  private static final String SCRIPT = script();

  private final RunFolder run;
  private final List<ChildProcess> children = new CopyOnWriteArrayList<>();
  private final Thread hook = Thread.ofPlatform().name("stop everything").unstarted(this::stopAll);
  private volatile boolean isClosed;

  public Supervisor(RunFolder run) {
    this.run = run;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /// Starts a child; returns as soon as its process exists, which says nothing about its health.
  public ChildProcess start(ChildSpec spec) throws EnvironmentFailure, InterruptedException {
    if (isClosed) {
      throw EnvironmentFailure.of(
          spec.name(), "is not started: the environment is being stopped", "");
    }
    try {
      var command = new ArrayList<>(List.of("/bin/sh", "-c", SCRIPT, "concordat-watchdog"));
      command.add(spec.stopSignal().name());
      command.addAll(spec.command());
      var builder = new ProcessBuilder(command).directory(spec.folder().toFile());
      builder.environment().clear();
      builder.environment().putAll(spec.variables());
      builder.environment().put(MARKER, run.path().toString());
      var child = new ChildProcess(spec, builder.start(), new OutputLog(run.log(spec.name())));
      children.add(child);
      child.onExit(() -> children.remove(child));
      if (!child.awaitStart(START_LIMIT)) {
        child.kill();
      }
      run.started(child.name(), child.pid());
      if (isClosed) {
        child.kill();
      }
      return child;
    } catch (IOException e) {
      throw EnvironmentFailure.of(
          spec.name(),
          "could not be started: " + e.getMessage(),
          "Check that its folder exists and that the machine has processes and memory left.");
    }
  }

  /// Whether everything is being ended, or has been.
  public boolean isClosed() {
    return isClosed;
  }

  /// Ends every child, all at the same time; returns when they are gone.
  @Override
  public void close() {
    stopAll();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException _) {
      // The hook itself is running.
    }
  }

  private void stopAll() {
    isClosed = true;
    var threads = new ArrayList<Thread>();
    for (ChildProcess child : children) {
      threads.add(Thread.ofVirtual().start(() -> stop(child)));
    }
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private static void stop(ChildProcess child) {
    try {
      child.stop(CLOSE_GRACE);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static String script() {
    try (InputStream in = Supervisor.class.getResourceAsStream("watchdog.sh")) {
      if (in == null) {
        throw new IllegalStateException("watchdog.sh is missing from the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
