package dev.concordat.environment.running;

import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.environment.home.FileMutex;
import dev.concordat.environment.home.Home;
import dev.concordat.environment.process.ChildProcess;
import dev.concordat.environment.process.ChildSpec;
import dev.concordat.environment.process.Supervisor;
import dev.concordat.environment.setup.Build;
import dev.concordat.environment.setup.SystemSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/// Builds the products of systems where they are missing or older than their sources. Systems with the same build share it;
/// Concordat processes side by side take turns.
final class Builds {
  /// Nobody waits longer for a build.
  private static final Duration LIMIT = Duration.ofMinutes(20);

  private static final int LINES_SHOWN = 40;

  private final Home home;
  private final Supervisor supervisor;
  private final Announcer announcer;
  private final Map<String, String> variables;

  Builds(Home home, Supervisor supervisor, Announcer announcer, Map<String, String> variables) {
    this.home = home;
    this.supervisor = supervisor;
    this.announcer = announcer;
    this.variables = variables;
  }

  /// Returns when the system's product is there and new enough.
  void build(SystemSpec system, Build build) throws EnvironmentFailure, InterruptedException {
    if (!Staleness.isStale(build)) {
      return;
    }
    try (FileMutex _ = FileMutex.lock(lockFile(build))) {
      if (Staleness.isStale(build)) {
        announcer.during(system.name(), "building " + system.name(), () -> run(system, build));
      }
    } catch (IOException e) {
      throw EnvironmentFailure.of(
          system.name(), "cannot be built: " + e.getMessage(), "Check the home folder.");
    }
  }

  private boolean run(SystemSpec system, Build build)
      throws EnvironmentFailure, InterruptedException {
    String command = String.join(" ", build.command());
    String tool = build.command().getFirst();
    if (!Executables.isThere(tool, build.folder(), variables.getOrDefault("PATH", ""))) {
      throw EnvironmentFailure.of(
          system.name(),
          "cannot be built: there is no " + tool + " on the PATH",
          "Install it, or build by hand: cd " + build.folder() + " && " + command);
    }
    ChildProcess child =
        supervisor.start(
            new ChildSpec("build-" + system.name(), build.command(), build.folder(), variables));
    if (!child.awaitExit(LIMIT)) {
      child.kill();
      throw failure(system, child, command, "was not built within " + LIMIT.toMinutes() + " min");
    }
    int code = child.exitCode().orElse(-1);
    if (code != 0) {
      throw failure(system, child, command, "could not be built: exit code " + code);
    }
    if (!Files.exists(build.product())) {
      throw failure(system, child, command, "was built, but " + build.product() + " is not there");
    }
    return true;
  }

  private static EnvironmentFailure failure(
      SystemSpec system, ChildProcess child, String command, String message) {
    return EnvironmentFailure.of(
        system.name(),
        message,
        "The command was `" + command + "`; its whole output is " + child.logFile(),
        child.lastLines(LINES_SHOWN));
  }

  private Path lockFile(Build build) {
    String name = Integer.toHexString((build.folder() + "\n" + build.command()).hashCode());
    return home.cache().resolve("builds").resolve(name + ".lock");
  }
}
