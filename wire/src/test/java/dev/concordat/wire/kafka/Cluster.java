package dev.concordat.wire.kafka;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewPartitionReassignment;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.ElectionType;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.ElectionNotNeededException;
import org.apache.kafka.common.errors.PreferredLeaderNotAvailableException;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;

/// Several real Kafka brokers (KRaft) in this JVM; the first is the controller too.
public final class Cluster implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Map<Integer, KafkaRaftServer> servers = new TreeMap<>();
  private final List<Integer> ports = new ArrayList<>();
  private final Admin admin;

  public Cluster(Path folder, int brokers) throws Exception {
    String id = Uuid.randomUuid().toString();
    int controller = Ports.next();
    for (int node = 1; node <= brokers; node++) {
      int port = Ports.next();
      ports.add(port);
      Path own = Files.createDirectories(folder.resolve("node-" + node));
      format(own, node, id);
      var server =
          new KafkaRaftServer(new KafkaConfig(settings(own, node, port, controller)), Time.SYSTEM);
      servers.put(node, server);
      server.startup();
    }
    admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap(1)));
  }

  /// Where a broker listens.
  ///
  /// @param node from 1
  public String bootstrap(int node) {
    return "127.0.0.1:" + ports.get(node - 1);
  }

  /// Makes a topic of which each partition is on these brokers, led by the first of them.
  public void create(String topic, List<List<Integer>> partitions) throws Exception {
    Map<Integer, List<Integer>> replicas = new HashMap<>();
    for (int i = 0; i < partitions.size(); i++) {
      replicas.put(i, partitions.get(i));
    }
    admin.createTopics(List.of(new NewTopic(topic, replicas))).all().get();
    await(topic, partitions.stream().map(List::getFirst).toList());
  }

  /// Lets a broker lead a partition; the others follow.
  public void lead(String topic, int partition, List<Integer> replicas) throws Exception {
    var which = new TopicPartition(topic, partition);
    admin
        .alterPartitionReassignments(
            Map.of(which, Optional.of(new NewPartitionReassignment(replicas))))
        .all()
        .get();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!leaders(topic).get(partition).equals(replicas.getFirst())) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError(topic + " is led by " + leaders(topic) + " after " + PATIENCE);
      }
      try {
        admin.electLeaders(ElectionType.PREFERRED, Set.of(which)).all().get();
      } catch (ExecutionException notYet) {
        if (!(notYet.getCause() instanceof ElectionNotNeededException)
            && !(notYet.getCause() instanceof PreferredLeaderNotAvailableException)) {
          throw notYet;
        }
      }
    }
  }

  /// Ends a broker; what it led is led by others afterwards.
  public void stop(int node) {
    KafkaRaftServer server = servers.remove(node);
    server.shutdown();
    server.awaitShutdown();
  }

  private void await(String topic, List<Integer> leaders) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!leaders(topic).equals(leaders)) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError(topic + " is led by " + leaders(topic) + " after " + PATIENCE);
      }
    }
  }

  /// Who leads each partition; -1 for nobody.
  public List<Integer> leaders(String topic) throws InterruptedException {
    try {
      return admin
          .describeTopics(List.of(topic))
          .allTopicNames()
          .get()
          .get(topic)
          .partitions()
          .stream()
          .map(it -> it.leader() == null || it.leader().isEmpty() ? -1 : it.leader().id())
          .toList();
    } catch (ExecutionException notYet) {
      return List.of();
    }
  }

  private static Map<String, String> settings(Path folder, int node, int port, int controller) {
    Map<String, String> settings = new HashMap<>();
    settings.put("node.id", Integer.toString(node));
    settings.put("process.roles", node == 1 ? "broker,controller" : "broker");
    settings.put("controller.quorum.voters", "1@127.0.0.1:" + controller);
    String listeners = "PLAINTEXT://127.0.0.1:" + port;
    settings.put(
        "listeners", node == 1 ? listeners + ",CONTROLLER://127.0.0.1:" + controller : listeners);
    settings.put("advertised.listeners", listeners);
    settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    settings.put("controller.listener.names", "CONTROLLER");
    settings.put("log.dirs", folder.toString());
    settings.put("offsets.topic.num.partitions", "3");
    settings.put("offsets.topic.replication.factor", "2");
    settings.put("transaction.state.log.replication.factor", "1");
    settings.put("transaction.state.log.min.isr", "1");
    settings.put("group.initial.rebalance.delay.ms", "0");
    settings.put("auto.leader.rebalance.enable", "false");
    return settings;
  }

  private static void format(Path folder, int node, String cluster) throws Exception {
    new Formatter()
        .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
        .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
        .setNodeId(node)
        .setClusterId(cluster)
        .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
        .setDirectories(List.of(folder.toString()))
        .setMetadataLogDirectory(Optional.of(folder.toString()))
        .setControllerListenerName("CONTROLLER")
        .run();
  }

  /// The controller last: the others say goodbye to it.
  @Override
  public void close() {
    admin.close();
    for (int node : List.copyOf(servers.keySet()).reversed()) {
      stop(node);
    }
  }
}
