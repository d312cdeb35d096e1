package dev.concordat.environment.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A running command and everything it started, as one process group under a watchdog. Thread-safe.
public final class ChildProcess {
  /// How long after the exit the rest of the output is waited for.
  private static final long LAST_OUTPUT_MILLIS = 300;

  /// After KILL nothing but the kernel is waited for.
  private static final Duration KILL_LIMIT = Duration.ofSeconds(2);

  /// The code reported for a watchdog that was killed: its child's code is unknown.
  private static final int UNKNOWN_CODE = 255;

  private final ChildSpec spec;
  private final Process watchdog;
  private final OutputLog log;
  private final CountDownLatch started = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private final List<Runnable> listeners = new ArrayList<>();
  private volatile long pid = -1;
  private volatile int exitCode = -1;

  ChildProcess(ChildSpec spec, Process watchdog, OutputLog log) {
    this.spec = spec;
    this.watchdog = watchdog;
    this.log = log;
    Thread output =
        Thread.ofPlatform().daemon().name("output of " + spec.name()).start(this::output);
    Thread.ofPlatform().daemon().name("watch " + spec.name()).start(() -> control(output));
  }

  public String name() {
    return spec.name();
  }

  /// The command's process, which leads its group; -1 if it could not even be started.
  public long pid() {
    return pid;
  }

  public boolean isAlive() {
    return ended.getCount() > 0;
  }

  /// The exit code, 128 + signal if a signal ended it; empty while it runs.
  public OptionalInt exitCode() {
    return isAlive() ? OptionalInt.empty() : OptionalInt.of(exitCode);
  }

  /// The last lines it wrote, output and errors together.
  public List<String> lastLines(int count) {
    return log.lastLines(count);
  }

  /// The file that has all of its output, up to a limit.
  public Path logFile() {
    return log.file();
  }

  /// Called once, on another thread, as soon as it has ended; at once if it has already.
  public void onExit(Runnable listener) {
    synchronized (listeners) {
      if (isAlive()) {
        listeners.add(listener);
        return;
      }
    }
    listener.run();
  }

  /// Whether it ended within the limit.
  public boolean awaitExit(Duration limit) throws InterruptedException {
    return ended.await(limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// Asks the group to end, waits for the grace period, then kills it.
  public void stop(Duration grace) throws InterruptedException {
    signal(spec.stopSignal().name());
    if (awaitExit(grace)) {
      watchdog.waitFor(KILL_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } else {
      kill();
    }
  }

  /// Ends the group at once and returns when it is gone.
  public void kill() throws InterruptedException {
    signal("KILL");
    if (awaitExit(KILL_LIMIT)) {
      watchdog.waitFor(KILL_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } else {
      ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
      watchdog.destroyForcibly();
      awaitExit(KILL_LIMIT);
    }
  }

  boolean awaitStart(Duration limit) throws InterruptedException {
    return started.await(limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void signal(String name) {
    try {
      OutputStream pipe = watchdog.getOutputStream();
      synchronized (pipe) {
        pipe.write((name + "\n").getBytes(StandardCharsets.US_ASCII));
        pipe.flush();
      }
    } catch (IOException _) {
      // The watchdog has ended, and its group with it.
    }
  }

  private void output() {
    try (var output = watchdog.getInputStream()) {
      log.drain(output);
    } catch (IOException _) {
      // The pipe broke: the child is gone, and its exit is told by the control thread.
    }
  }

  private void control(Thread output) {
    int code = UNKNOWN_CODE;
    try (var reader =
        new BufferedReader(
            new InputStreamReader(watchdog.getErrorStream(), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.startsWith("pid ")) {
          pid = Long.parseLong(line.substring("pid ".length()));
          started.countDown();
        } else if (line.startsWith("exit ")) {
          code = Integer.parseInt(line.substring("exit ".length()));
          break;
        }
      }
    } catch (IOException _) {
      // As below: without its watchdog the child is ended.
    }
    if (code == UNKNOWN_CODE && pid > 0) {
      ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }
    end(code, output);
  }

  private void end(int code, Thread output) {
    try {
      output.join(LAST_OUTPUT_MILLIS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    exitCode = code;
    List<Runnable> told;
    synchronized (listeners) {
      started.countDown();
      ended.countDown();
      told = List.copyOf(listeners);
    }
    told.forEach(Runnable::run);
  }
}
