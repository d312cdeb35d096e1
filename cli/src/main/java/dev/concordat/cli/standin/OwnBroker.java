package dev.concordat.cli.standin;

import dev.concordat.cli.run.Installation;
import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.environment.home.Home;
import dev.concordat.environment.home.RunFolder;
import dev.concordat.environment.part.Distribution;
import dev.concordat.environment.part.Kafka;
import dev.concordat.environment.part.PartContext;
import dev.concordat.environment.process.Supervisor;
import java.io.IOException;
import java.nio.file.Path;

/// A Kafka broker that lasts as long as the command.
final class OwnBroker implements AutoCloseable {
  private final RunFolder run;
  private final Supervisor supervisor;
  private final String bootstrap;

  private OwnBroker(RunFolder run, Supervisor supervisor, String bootstrap) {
    this.run = run;
    this.supervisor = supervisor;
    this.bootstrap = bootstrap;
  }

  /// A broker with empty storage, on a free port.
  static OwnBroker start(Installation installation)
      throws EnvironmentFailure, InterruptedException {
    Home home = Home.at(installation.home());
    home.clearLeftOvers();
    RunFolder run = home.newRun("standin");
    var supervisor = new Supervisor(run);
    try {
      Path java = Path.of(System.getProperty("java.home"), "bin", "java");
      var context =
          new PartContext(home, new Distribution(installation.parts()), run, supervisor, java);
      return new OwnBroker(run, supervisor, Kafka.find(context).start("events").bootstrap());
    } catch (EnvironmentFailure | InterruptedException failure) {
      supervisor.close();
      close(run);
      throw failure;
    }
  }

  String bootstrap() {
    return bootstrap;
  }

  @Override
  public void close() {
    supervisor.close();
    close(run);
  }

  private static void close(RunFolder run) {
    try {
      run.close();
    } catch (IOException _) {
      // The next start clears it.
    }
  }
}
