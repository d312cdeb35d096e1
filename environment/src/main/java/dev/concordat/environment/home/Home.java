package dev.concordat.environment.home;

import dev.concordat.environment.EnvironmentFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The one folder that holds all of Concordat's state: a cache that every run may read, and a folder for each run that
/// nobody else touches. Any number of Concordat processes use one home at the same time.
public final class Home {
  /// Names another folder than `~/.concordat`.
  public static final String VARIABLE = "CONCORDAT_HOME";

  /// Finished runs that are kept for reports and replay.
  private static final int FINISHED_RUNS_KEPT = 20;

  /// Of these, the last ones with the databases of their failed flows.
  private static final int DATA_KEPT = 5;

  private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

  private final Path folder;

  private Home(Path folder) {
    this.folder = folder;
  }

  /// The home in a folder, which is made where it does not exist.
  public static Home at(Path folder) throws EnvironmentFailure {
    Path absolute = folder.toAbsolutePath().normalize();
    try {
      Files.createDirectories(absolute.resolve("cache"));
      Files.createDirectories(absolute.resolve("runs"));
      Files.delete(Files.createTempFile(absolute.resolve("runs"), ".probe", ""));
    } catch (IOException e) {
      throw EnvironmentFailure.of(
          absolute.toString(),
          "Concordat cannot write to its home folder: " + e.getClass().getSimpleName(),
          "Make the folder writable, or name another one: " + VARIABLE + "=/path/to/folder");
    }
    return new Home(absolute);
  }

  /// The home that the environment variables ask for, else `~/.concordat`.
  public static Home standard(Map<String, String> variables, Path userHome)
      throws EnvironmentFailure {
    String named = variables.getOrDefault(VARIABLE, "");
    return at(named.isBlank() ? userHome.resolve(".concordat") : Path.of(named));
  }

  public Path folder() {
    return folder;
  }

  /// What runs share: unpacked binaries and templates, each made once and never changed.
  public Path cache() {
    return folder.resolve("cache");
  }

  public Path runs() {
    return folder.resolve("runs");
  }

  /// A folder for a new run, owned by this process until it is closed.
  ///
  /// @param workspace what is being tested, for {@link #running}
  public RunFolder newRun(String workspace) throws EnvironmentFailure {
    try {
      return RunFolder.create(runs(), workspace);
    } catch (IOException e) {
      throw EnvironmentFailure.of(
          runs().toString(),
          "a folder for this run cannot be made: " + e.getMessage(),
          "Check the free space and the permissions of the folder, or set " + VARIABLE + ".");
    }
  }

  /// The runs that go on now, in this process and in others, oldest first.
  public List<RunInfo> running() {
    return folders().filter(ExistingRun::isAlive).flatMap(run -> run.info().stream()).toList();
  }

  /// Ends what runs of dead Concordat processes left behind, and removes the oldest finished runs. Touches nothing that a
  /// living process owns.
  public void clearLeftOvers() {
    folders().forEach(ExistingRun::clearIfDead);
    List<ExistingRun> finished = folders().filter(ExistingRun::isFinished).toList();
    finished.stream()
        .limit(Math.max(0, finished.size() - FINISHED_RUNS_KEPT))
        .forEach(ExistingRun::delete);
    finished.stream()
        .limit(Math.max(0, finished.size() - DATA_KEPT))
        .forEach(ExistingRun::deleteKept);
  }

  /// Ends every running Concordat process but this one, as a ctrl-C would; kills those that do not listen. Returns what was
  /// ended.
  public List<RunInfo> stopAll() throws InterruptedException {
    List<RunInfo> others =
        running().stream().filter(run -> run.pid() != ProcessHandle.current().pid()).toList();
    others.forEach(run -> owner(run).ifPresent(ProcessHandle::destroy));
    long deadline = System.nanoTime() + STOP_LIMIT.toNanos();
    for (RunInfo run : others) {
      Optional<ProcessHandle> owner = owner(run);
      if (owner.isPresent() && !Ended.within(owner.get(), deadline - System.nanoTime())) {
        owner.get().destroyForcibly();
        Ended.within(owner.get(), STOP_LIMIT.toNanos());
      }
    }
    clearLeftOvers();
    return others;
  }

  private static Optional<ProcessHandle> owner(RunInfo run) {
    return new ProcessId(run.pid(), run.since()).find();
  }

  private Stream<ExistingRun> folders() {
    try (Stream<Path> entries = Files.list(runs())) {
      return entries
          .filter(path -> Files.isRegularFile(path.resolve(RunFolder.LOCK)))
          .sorted(Comparator.comparing(path -> path.getFileName().toString()))
          .map(ExistingRun::new)
          .toList()
          .stream();
    } catch (IOException _) {
      return Stream.empty();
    }
  }
}
