package dev.concordat.environment.part;

import dev.concordat.environment.process.ChildProcess;
import java.net.InetSocketAddress;
import java.time.Duration;

/// A server that is ready. It ends with its {@link dev.concordat.environment.process.Supervisor}.
public sealed interface RunningPart permits PostgresServer, KafkaBroker {
  /// Name and version of what runs: `PostgreSQL 16.15`.
  String product();

  /// Where it listens; loopback only.
  InetSocketAddress address();

  ChildProcess process();

  /// How long it took from its start to its first answer.
  Duration ready();
}
