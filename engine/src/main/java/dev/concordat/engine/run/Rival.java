package dev.concordat.engine.run;

import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.environment.running.Environment;
import dev.concordat.model.run.SystemView;
import dev.concordat.model.run.Trouble;
import java.util.List;

/// Another version of the whole workspace, with parts and links of its own, which runs while something is compared with it.
final class Rival implements AutoCloseable {
  private final String version;
  private final Environment environment;
  private final Session session;
  private final FlowRunner flows;

  private Rival(String version, Environment environment, Session session) {
    this.version = version;
    this.environment = environment;
    this.session = session;
    this.flows = new FlowRunner(session);
  }

  /// Starts it, and the systems of the version under test anew: both must have run for the same time.
  static Rival start(String version, OtherVersions versions, Session tested)
      throws EnvironmentFailure {
    try {
      Environment environment = versions.start(version);
      for (SystemView system : tested.environment().systems()) {
        if (system.kind() == SystemView.Kind.PROCESS) {
          tested.environment().restart(system.name());
        }
      }
      var session =
          new Session(
              environment,
              tested.plan(),
              tested.judge(),
              tested.caller(),
              new Ledger(environment.observations()),
              environment.runId());
      return new Rival(version, environment, session);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EnvironmentFailure(
          List.of(
              new Trouble(
                  Trouble.Kind.CONCORDAT, "concordat", "the run was interrupted", "", List.of())));
    }
  }

  String version() {
    return version;
  }

  Session session() {
    return session;
  }

  FlowRunner flows() {
    return flows;
  }

  /// Nothing that it measures is worth anything once one of its systems has ended.
  void check() throws EnvironmentFailure {
    if (environment.trouble().isPresent()) {
      throw new EnvironmentFailure(List.of(environment.trouble().get()));
    }
  }

  @Override
  public void close() {
    environment.close();
  }
}
