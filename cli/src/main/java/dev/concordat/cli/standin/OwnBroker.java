package dev.concordat.cli.standin;

import dev.concordat.cli.run.Installation;
import dev.concordat.cli.run.PartHost;
import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.environment.part.Kafka;

/// A Kafka broker that lasts as long as the command.
final class OwnBroker implements AutoCloseable {
  private final PartHost host;
  private final String bootstrap;

  private OwnBroker(PartHost host, String bootstrap) {
    this.host = host;
    this.bootstrap = bootstrap;
  }

  /// A broker with empty storage, on a free port.
  static OwnBroker start(Installation installation)
      throws EnvironmentFailure, InterruptedException {
    PartHost host = PartHost.open(installation, "standin");
    try {
      return new OwnBroker(host, Kafka.find(host.context()).start("events").bootstrap());
    } catch (EnvironmentFailure | InterruptedException failure) {
      host.close();
      throw failure;
    }
  }

  String bootstrap() {
    return bootstrap;
  }

  @Override
  public void close() {
    host.close();
  }
}
