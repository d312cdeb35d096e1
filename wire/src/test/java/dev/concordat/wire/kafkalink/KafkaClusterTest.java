package dev.concordat.wire.kafkalink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.wire.capture.EventLoops;
import dev.concordat.wire.fault.PlacedFault;
import dev.concordat.wire.kafka.Cluster;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// One link in front of three brokers that lead one partition each. Clients know the first of them only.
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Order(1)
class KafkaClusterTest {
  private static final int BROKERS = 3;
  private static final Map<String, Object> IMPATIENT =
      Map.of("reconnect.backoff.max.ms", 100, "retry.backoff.ms", 50, "metadata.max.age.ms", 500);

  private final EventLoops loops = EventLoops.open(1);
  private Cluster cluster;
  private Stage stage;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    cluster = new Cluster(folder, BROKERS);
  }

  @BeforeEach
  void link() throws Exception {
    stage = new Stage(cluster.bootstrap(1), loops);
  }

  @AfterEach
  void unlink() {
    stage.close();
  }

  @AfterAll
  void stop() {
    cluster.close();
    loops.close();
  }

  @Test
  void eachBrokerIsToldAsAPlaceOfTheLink() throws Exception {
    // Given
    Set<Integer> theirs = new HashSet<>();
    for (int i = 1; i <= BROKERS; i++) {
      theirs.add(Integer.parseInt(cluster.bootstrap(i).split(":", -1)[1]));
    }

    // When
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", stage.bootstrap()))) {
      var nodes = admin.describeCluster().nodes().get();

      // Then
      assertThat(nodes).extracting(Node::id).containsExactlyInAnyOrder(1, 2, 3);
      assertThat(nodes).extracting(Node::port).doesNotHaveDuplicates();
      assertThat(nodes).extracting(Node::port).doesNotContainAnyElementsOf(theirs);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"classic", "consumer"})
  void aGroupReadsThroughTheLinkWhatEveryBrokerLeads(String protocol) throws Exception {
    // Given
    String topic = "led-" + protocol;
    cluster.create(topic, List.of(List.of(1), List.of(2), List.of(3)));
    List<String> values = IntStream.range(0, 90).mapToObj(i -> "v" + i).toList();
    send(topic, values);

    // When
    try (var consumer =
        stage.consumer(Map.of("group.id", "g-" + protocol, "group.protocol", protocol))) {
      consumer.subscribe(List.of(topic));
      var records = Stage.poll(consumer, all -> all.size() >= values.size());
      consumer.commitSync();

      // Then
      assertThat(Stage.values(records)).containsExactlyInAnyOrderElementsOf(values);
      assertThat(stage.link.counts().produced()).containsEntry(topic, 90L);
      assertThat(stage.link.counts().fetched()).containsEntry(topic, 90L);
      assertThat(stage.link.hasProduced(topic, 2, 29)).isTrue();
    }
  }

  @Test
  void faultsHitTheMessagesOfEveryBroker() throws Exception {
    // Given
    cluster.create("hit", List.of(List.of(1), List.of(2), List.of(3)));
    PlacedFault twice =
        stage.set("{\"fault\": \"duplicate-message\", \"topic\": \"hit\", \"times\": 3}");
    PlacedFault spoilt =
        stage.set(
            "{\"fault\": {\"poison-message\": \"spoilt\"}, \"topic\": \"hit\", \"every\": 2}");

    // When
    send("hit", List.of("a", "b", "c"));
    List<ConsumerRecord<byte[], byte[]>> records = read("hit", 6);

    // Then
    assertThat(twice.applied()).isEqualTo(3);
    assertThat(spoilt.applied()).isEqualTo(3);
    assertThat(records).extracting(ConsumerRecord::partition).containsOnly(0, 1, 2);
    assertThat(Stage.values(records)).filteredOn("spoilt"::equals).hasSize(3);
  }

  @Test
  void messagesOfABrokerBehindTheFirstChangePlaces() throws Exception {
    // Given
    cluster.create("swapped", List.of(List.of(1), List.of(2), List.of(3)));
    stage.set("{\"fault\": \"reorder-messages\", \"topic\": \"swapped\", \"times\": 1}");
    try (var producer = stage.producer(Map.of())) {
      for (String value : List.of("one", "two", "three")) {
        producer.send(new ProducerRecord<>("swapped", 2, null, value.getBytes(UTF_8))).get();
      }
    }

    // When
    List<ConsumerRecord<byte[], byte[]>> records = read("swapped", 3);

    // Then
    assertThat(Stage.values(records)).containsExactly("two", "one", "three");
  }

  @Test
  void aMessageThatIsHeldAtOneBrokerHoldsUpNoOther() throws Exception {
    // Given
    cluster.create("held", List.of(List.of(1), List.of(2), List.of(3)));
    PlacedFault delayed =
        stage.set("{\"fault\": {\"delay-message\": \"30s\"}, \"topic\": \"held\", \"times\": 1}");
    try (var consumer = stage.consumer(Map.of())) {
      consumer.assign(partitions("held"));
      consumer.seekToBeginning(partitions("held"));
      send("held", List.of("a"));
      Stage.poll(consumer, _ -> delayed.applied() == 1);

      // When
      send("held", List.of("ignored", "b", "c"));
      var others =
          Stage.poll(consumer, all -> all.stream().filter(it -> it.partition() > 0).count() == 2);

      // Then
      assertThat(Stage.values(others)).contains("b", "c").doesNotContain("a");
      delayed.remove();
    }
  }

  @Test
  void clientsFollowAPartitionToItsNextLeader() throws Exception {
    // Given
    cluster.create("moved", List.of(List.of(1), List.of(2), List.of(3)));
    try (var producer = stage.producer(IMPATIENT);
        var consumer = stage.consumer(with(IMPATIENT, Map.of("group.id", "movers")))) {
      consumer.subscribe(List.of("moved"));
      send(producer, "moved", List.of("a", "b", "c"));
      var before = Stage.poll(consumer, all -> all.size() >= 3);

      // When
      cluster.lead("moved", 1, List.of(3));
      PlacedFault twice =
          stage.set(
              "{\"fault\": \"duplicate-message\", \"topic\": \"moved\", \"times\": 1, \"after\": 1}");
      send(producer, "moved", List.of("d", "e", "f"));
      var after = Stage.poll(consumer, all -> all.size() >= 4);

      // Then
      assertThat(Stage.values(before)).containsExactlyInAnyOrder("a", "b", "c");
      assertThat(Stage.values(after)).containsExactlyInAnyOrder("d", "e", "e", "f");
      assertThat(twice.applied()).isEqualTo(1);
    }
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void whatABrokerLedThatDiedIsReadFromAnother() throws Exception {
    // Given
    cluster.create("survives", List.of(List.of(2, 1), List.of(3, 2), List.of(1, 2)));
    try (var producer = stage.producer(IMPATIENT);
        var consumer = stage.consumer(IMPATIENT)) {
      consumer.assign(partitions("survives"));
      consumer.seekToBeginning(partitions("survives"));
      send(producer, "survives", List.of("a", "b", "c"));
      var before = Stage.poll(consumer, all -> all.size() >= 3);

      // When
      cluster.stop(3);
      send(producer, "survives", List.of("d", "e", "f"));
      var after = Stage.poll(consumer, all -> all.size() >= 3);

      // Then
      assertThat(Stage.values(before)).containsExactlyInAnyOrder("a", "b", "c");
      assertThat(Stage.values(after)).containsExactlyInAnyOrder("d", "e", "f");
    }
  }

  /// One after another to the partitions in turn.
  private void send(String topic, List<String> values) throws Exception {
    try (var producer = stage.producer(Map.of())) {
      send(producer, topic, values);
    }
  }

  private static void send(
      KafkaProducer<byte[], byte[]> producer, String topic, List<String> values) throws Exception {
    for (int i = 0; i < values.size(); i++) {
      producer
          .send(new ProducerRecord<>(topic, i % BROKERS, null, values.get(i).getBytes(UTF_8)))
          .get();
    }
  }

  private List<ConsumerRecord<byte[], byte[]>> read(String topic, int count) {
    try (KafkaConsumer<byte[], byte[]> consumer = stage.consumer(Map.of())) {
      consumer.assign(partitions(topic));
      consumer.seekToBeginning(partitions(topic));
      return Stage.poll(consumer, all -> all.size() >= count);
    }
  }

  private static List<TopicPartition> partitions(String topic) {
    return new ArrayList<>(
        IntStream.range(0, BROKERS).mapToObj(i -> new TopicPartition(topic, i)).toList());
  }

  private static Map<String, Object> with(Map<String, Object> some, Map<String, Object> more) {
    var all = new HashMap<>(some);
    all.putAll(more);
    return all;
  }
}
