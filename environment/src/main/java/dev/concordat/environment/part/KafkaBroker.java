package dev.concordat.environment.part;

import dev.concordat.environment.process.ChildProcess;
import java.net.InetSocketAddress;
import java.time.Duration;

/// A running Kafka: broker and controller in one JVM. Topics are made when somebody uses them.
public record KafkaBroker(
    String product, InetSocketAddress address, ChildProcess process, Duration ready)
    implements RunningPart {
  /// The value of `bootstrap.servers`.
  public String bootstrap() {
    return "127.0.0.1:" + address.getPort();
  }
}
