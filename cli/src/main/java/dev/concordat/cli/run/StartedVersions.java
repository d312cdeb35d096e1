package dev.concordat.cli.run;

import dev.concordat.cli.revision.WholeRevision;
import dev.concordat.engine.run.OtherVersions;
import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.environment.home.Home;
import dev.concordat.environment.running.Environment;
import dev.concordat.environment.setup.Setup;
import dev.concordat.environment.setup.reader.SetupReader;
import dev.concordat.model.problem.Problem;
import dev.concordat.model.run.Progress;
import dev.concordat.model.run.Trouble;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// Starts other revisions of a workspace as the one under test was started: the same options, parts of their own.
final class StartedVersions implements OtherVersions {
  private final Installation installation;
  private final Home home;
  private final Setup setup;
  private final Starting starting;
  private final StartRequest request;
  private final Consumer<Progress> progress;

  /// @param setup of the version under test
  StartedVersions(
      Installation installation,
      Home home,
      Setup setup,
      Starting starting,
      StartRequest request,
      Consumer<Progress> progress) {
    this.installation = installation;
    this.home = home;
    this.setup = setup;
    this.starting = starting;
    this.request = request;
    this.progress = progress;
  }

  @Override
  public Environment start(String version) throws EnvironmentFailure, InterruptedException {
    Setup other = SetupReader.read(workspace(version), installation.variables());
    List<Trouble> troubles =
        other.problems().stream().filter(Problem::isError).map(it -> trouble(version, it)).toList();
    if (!troubles.isEmpty()) {
      throw new EnvironmentFailure(troubles);
    }
    return starting.start(other, request, progress);
  }

  private Path workspace(String version) throws EnvironmentFailure, InterruptedException {
    try {
      return switch (WholeRevision.of(setup.root(), version, home)) {
        case WholeRevision.Here(Path workspace) -> workspace;
        case WholeRevision.Refused(String message, String fix) ->
            throw new EnvironmentFailure(List.of(input(version, message, fix)));
      };
    } catch (IOException e) {
      throw new EnvironmentFailure(
          List.of(input(version, "cannot be read from the repository: " + e.getMessage(), "")));
    }
  }

  private static Trouble input(String version, String message, String fix) {
    return new Trouble(Trouble.Kind.INPUT, version, message, fix, List.of());
  }

  private static Trouble trouble(String version, Problem problem) {
    return input(version, problem.place() + ": " + problem.message(), problem.fix());
  }
}
