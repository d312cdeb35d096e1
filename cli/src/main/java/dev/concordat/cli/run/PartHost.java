package dev.concordat.cli.run;

import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.environment.home.Home;
import dev.concordat.environment.home.RunFolder;
import dev.concordat.environment.part.Distribution;
import dev.concordat.environment.part.PartContext;
import dev.concordat.environment.process.Supervisor;
import java.io.IOException;
import java.nio.file.Path;

/// What a command needs that runs a part by itself, outside of an environment: a folder, and somebody who ends its processes.
public final class PartHost implements AutoCloseable {
  private final RunFolder run;
  private final Supervisor supervisor;
  private final PartContext context;

  private PartHost(RunFolder run, Supervisor supervisor, PartContext context) {
    this.run = run;
    this.supervisor = supervisor;
    this.context = context;
  }

  /// Clears what killed runs have left, and makes a folder.
  ///
  /// @param what it is for, in words
  public static PartHost open(Installation installation, String what) throws EnvironmentFailure {
    Home home = Home.at(installation.home());
    home.clearLeftOvers();
    RunFolder run = home.newRun(what);
    var supervisor = new Supervisor(run);
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return new PartHost(
        run,
        supervisor,
        new PartContext(home, new Distribution(installation.parts()), run, supervisor, java));
  }

  /// What parts are started with.
  public PartContext context() {
    return context;
  }

  /// Ends what was started.
  @Override
  public void close() {
    supervisor.close();
    try {
      run.close();
    } catch (IOException _) {
      // The next start clears it.
    }
  }
}
