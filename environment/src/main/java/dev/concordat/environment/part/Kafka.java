package dev.concordat.environment.part;

import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.environment.home.Cache;
import dev.concordat.environment.process.ChildProcess;
import dev.concordat.environment.process.ChildSpec;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Starts Kafka in a JVM of its own.
public final class Kafka {
  /// The kind that setups name.
  public static final String KIND = "kafka";

  private static final Duration READY_LIMIT = Duration.ofSeconds(60);
  private static final int PORT_ATTEMPTS = 5;
  private static final int CONNECT_MILLIS = 500;

  /// Short runs: quick to start matters more than quick after an hour.
  private static final List<String> JVM =
      List.of(
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-Xmx256m",
          "-XX:-UsePerfData",
          "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");

  private final PartContext context;
  private final List<Path> jars;
  private final KafkaAot aot;

  private Kafka(PartContext context, List<Path> jars, KafkaAot aot) {
    this.context = context;
    this.jars = jars;
    this.aot = aot;
  }

  public static Kafka find(PartContext context) throws EnvironmentFailure {
    List<Path> jars = context.distribution().kafkaJars();
    return new Kafka(context, jars, KafkaAot.of(new Cache(context.home()), jars));
  }

  /// Starts a broker with empty storage.
  public KafkaBroker start(String name) throws EnvironmentFailure, InterruptedException {
    return start(
        new Launch(name, List.of(context.java().toString()), aot.use(), ChildSpec.StopSignal.KILL));
  }

  /// Makes the cache with which the next brokers start in a third of the time, unless it is there. Starts a broker of its
  /// own at the lowest priority; takes ten seconds or so of one processor.
  public void train() throws EnvironmentFailure, InterruptedException {
    aot.make(
        flags ->
            start(
                    new Launch(
                        "kafka-training",
                        List.of("nice", "-n", "19", context.java().toString()),
                        flags,
                        ChildSpec.StopSignal.TERM))
                .process());
  }

  /// Whether brokers start as fast as they can.
  public boolean isTrained() {
    return !aot.use().isEmpty();
  }

  private record Launch(
      String name, List<String> java, List<String> flags, ChildSpec.StopSignal stopSignal) {}

  private KafkaBroker start(Launch launch) throws EnvironmentFailure, InterruptedException {
    for (int attempt = 1; ; attempt++) {
      try {
        return start(launch.name() + "-" + attempt, launch);
      } catch (EnvironmentFailure failure) {
        if (attempt == PORT_ATTEMPTS || !PortTaken.isCauseOf(failure)) {
          throw failure;
        }
      }
    }
  }

  private KafkaBroker start(String folderName, Launch launch)
      throws EnvironmentFailure, InterruptedException {
    int port = FreePorts.next();
    try {
      Path folder = context.run().data(folderName);
      Path settings = KafkaSettings.write(folder, port, FreePorts.next());
      var command = new ArrayList<>(launch.java());
      command.addAll(JVM);
      command.addAll(launch.flags());
      command.addAll(List.of("-cp", classPath(), "kafka.Kafka", settings.toString()));
      var variables = Map.of("PATH", System.getenv().getOrDefault("PATH", "/usr/bin:/bin"));
      ChildProcess child =
          context
              .supervisor()
              .start(new ChildSpec(launch.name(), command, folder, variables, launch.stopSignal()));
      var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
      try (var metadata = new KafkaMetadata(address)) {
        Duration ready =
            Readiness.await(
                child,
                READY_LIMIT,
                () -> "Is the machine very busy?",
                () -> isOpen(address) && metadata.hasBroker());
        return new KafkaBroker(product(), address, child, ready);
      }
    } catch (IOException e) {
      throw EnvironmentFailure.of(
          launch.name(), "its folder cannot be made: " + e.getMessage(), "Check the free space.");
    }
  }

  private String classPath() {
    return jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  private String product() {
    return "Apache Kafka "
        + jars.stream()
            .filter(jar -> jar.getFileName().toString().startsWith("kafka-clients-"))
            .map(Distribution::versionOf)
            .findFirst()
            .orElse("");
  }

  private static boolean isOpen(InetSocketAddress address) {
    try (var socket = new Socket()) {
      socket.connect(address, CONNECT_MILLIS);
      return true;
    } catch (IOException _) {
      return false;
    }
  }
}
