package dev.concordat.environment.part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.common.Uuid;

/// The folder from which a broker starts: its settings and its formatted, empty storage.
final class KafkaSettings {
  static final String FILE = "server.properties";

  private KafkaSettings() {}

  /// Writes what `kafka-storage format` would, without a second JVM. The metadata version is the broker's newest.
  ///
  /// @param folder exists
  /// @param port for clients
  /// @param controllerPort for the broker itself
  static Path write(Path folder, int port, int controllerPort) throws IOException {
    Path storage = Files.createDirectories(folder.resolve("storage"));
    Files.write(
        storage.resolve("meta.properties"),
        List.of(
            "version=1",
            "cluster.id=" + Uuid.randomUuid(),
            "node.id=1",
            "directory.id=" + Uuid.randomUuid()));
    return Files.write(folder.resolve(FILE), settings(storage, port, controllerPort));
  }

  private static List<String> settings(Path storage, int port, int controllerPort) {
    return List.of(
        "process.roles=broker,controller",
        "node.id=1",
        "log.dirs=" + storage,
        "listeners=PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort,
        "advertised.listeners=PLAINTEXT://127.0.0.1:" + port,
        "controller.listener.names=CONTROLLER",
        "controller.quorum.voters=1@127.0.0.1:" + controllerPort,
        "listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
        "auto.create.topics.enable=true",
        "num.partitions=1",
        "default.replication.factor=1",
        "offsets.topic.num.partitions=1",
        "offsets.topic.replication.factor=1",
        "transaction.state.log.num.partitions=1",
        "transaction.state.log.replication.factor=1",
        "transaction.state.log.min.isr=1",
        "share.coordinator.state.topic.num.partitions=1",
        "share.coordinator.state.topic.replication.factor=1",
        "share.coordinator.state.topic.min.isr=1",
        // A lone consumer need not wait for others to join its group.
        "group.initial.rebalance.delay.ms=0",
        "log.flush.interval.messages=9223372036854775807",
        "log.cleaner.enable=false",
        "log.segment.bytes=16777216",
        "log.index.size.max.bytes=1048576",
        "num.network.threads=2",
        "num.io.threads=2",
        "num.recovery.threads.per.data.dir=1",
        "background.threads=2",
        "controlled.shutdown.enable=false",
        "telemetry.max.bytes=1048576");
  }
}
