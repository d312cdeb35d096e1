package dev.concordat.environment.running;

import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.environment.home.Home;
import dev.concordat.environment.home.RunFolder;
import dev.concordat.environment.part.Distribution;
import dev.concordat.environment.part.Kafka;
import dev.concordat.environment.part.PartContext;
import dev.concordat.environment.part.Postgres;
import dev.concordat.environment.process.Supervisor;
import dev.concordat.environment.setup.Setup;
import dev.concordat.model.problem.Problem;
import dev.concordat.model.run.Progress;
import dev.concordat.model.run.Trouble;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// Starts environments. Start reading here: parts, builds and systems all start at the same time; a system waits for its
/// build and its parts, and for no other system, because the links to its providers are there before all of them.
public final class EnvironmentStarter {
  private final Home home;
  private final Distribution distribution;
  private final Announcer announcer;

  /// @param progress hears of everything that takes long
  public EnvironmentStarter(Home home, Distribution distribution, Consumer<Progress> progress) {
    this.home = home;
    this.distribution = distribution;
    this.announcer = new Announcer(progress);
  }

  /// Starts everything and returns when all of it is ready. If anything fails, everything is stopped again.
  public Environment start(Setup setup, StartOptions options)
      throws EnvironmentFailure, InterruptedException {
    List<Problem> errors = setup.problems().stream().filter(Problem::isError).toList();
    if (!errors.isEmpty()) {
      throw new EnvironmentFailure(errors.stream().map(EnvironmentStarter::trouble).toList());
    }
    home.clearLeftOvers();
    RunFolder run = home.newRun(setup.root().toString());
    var assembly = new Assembly(context(run), setup, options, announcer);
    try {
      return assembly.start();
    } catch (EnvironmentFailure | InterruptedException | RuntimeException e) {
      assembly.close();
      throw e;
    }
  }

  /// Makes what is made once for a machine, so that the first environment need not: unpacks the parts, initialises an empty
  /// database, trains the broker. Takes a few seconds; nothing where it was done before.
  public void prepare() throws EnvironmentFailure, InterruptedException {
    home.clearLeftOvers();
    try (RunFolder run = home.newRun("preparing");
        var supervisor = new Supervisor(run)) {
      var context = new PartContext(home, distribution, run, supervisor, java());
      announcer.during("postgres", "unpacking PostgreSQL", () -> Postgres.find(context));
      Kafka kafka = Kafka.find(context);
      announcer.during(
          "kafka",
          "preparing Kafka",
          () -> {
            kafka.train();
            return kafka;
          });
    } catch (IOException e) {
      throw EnvironmentFailure.of(
          home.folder().toString(),
          "cannot be written: " + e.getMessage(),
          "Check its free space.");
    }
  }

  private PartContext context(RunFolder run) {
    return new PartContext(home, distribution, run, new Supervisor(run), java());
  }

  private static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  private static Trouble trouble(Problem problem) {
    return new Trouble(
        Trouble.Kind.INPUT,
        problem.place().toString(),
        problem.message(),
        problem.fix(),
        List.of());
  }
}
