package dev.concordat.wire.kafkalink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.wire.capture.EventLoops;
import dev.concordat.wire.kafka.Broker;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Java's clients through a link without faults.
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KafkaLinkTest {
  private final EventLoops loops = EventLoops.open(1);
  private Broker broker;
  private Stage stage;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    broker = new Broker(folder);
    stage = new Stage(broker, loops);
  }

  @AfterAll
  void stop() {
    stage.close();
    broker.close();
    loops.close();
  }

  @Test
  void clientsOfAllKindsAreToldTheLinkAsTheirBroker() throws Exception {
    // Given
    int port = stage.link.address().getPort();

    // When
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", stage.bootstrap()))) {
      var nodes = admin.describeCluster().nodes().get();

      // Then
      assertThat(nodes).hasSize(1).allMatch(node -> node.port() == port);
      assertThat(nodes).allMatch(node -> node.host().equals("127.0.0.1"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"classic", "consumer"})
  void aGroupReadsWhatIdempotentAndPlainProducersSend(String protocol) throws Exception {
    // Given
    String topic = "orders-" + protocol;
    broker.create(topic, 3);
    List<String> values = IntStream.range(0, 200).mapToObj(i -> "v" + i).toList();
    try (var idempotent = stage.producer(Map.of("enable.idempotence", true));
        var plain = stage.producer(Map.of("enable.idempotence", false, "acks", "1"))) {
      List<Future<RecordMetadata>> sent = new ArrayList<>();
      for (String value : values) {
        var record = new ProducerRecord<>(topic, value.getBytes(UTF_8), value.getBytes(UTF_8));
        sent.add((value.hashCode() % 2 == 0 ? idempotent : plain).send(record));
      }
      for (Future<RecordMetadata> each : sent) {
        each.get();
      }
    }

    // When
    try (var consumer =
        stage.consumer(Map.of("group.id", "g-" + protocol, "group.protocol", protocol))) {
      consumer.subscribe(List.of(topic));
      var records = Stage.poll(consumer, all -> all.size() >= values.size());

      // Then
      assertThat(Stage.values(records)).containsExactlyInAnyOrderElementsOf(values);
      assertThat(stage.link.counts().produced()).containsEntry(topic, 200L);
      assertThat(stage.link.counts().fetched()).containsEntry(topic, 200L);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "gzip", "snappy", "lz4", "zstd"})
  void aConsumerWithAssignedPartitionsReadsEveryCompression(String compression) throws Exception {
    // Given
    String topic = "packed-" + compression;
    broker.create(topic, 1);
    stage.sendTogether(topic, Map.of("compression.type", compression), "a", "b", "c");

    // When
    var records = stage.read(topic, 3);

    // Then
    assertThat(Stage.values(records)).containsExactly("a", "b", "c");
  }

  @Test
  void transactionsAreReadAsTheyWereCommitted() throws Exception {
    // Given
    broker.create("ledger", 1);
    try (var producer = stage.producer(Map.of("transactional.id", "writer"))) {
      producer.initTransactions();
      producer.beginTransaction();
      producer.send(new ProducerRecord<>("ledger", "aborted".getBytes(UTF_8))).get();
      producer.abortTransaction();
      producer.beginTransaction();
      producer.send(new ProducerRecord<>("ledger", "kept".getBytes(UTF_8))).get();
      producer.commitTransaction();
    }

    // When
    var records =
        stage.readUntil(
            "ledger", Map.of("isolation.level", "read_committed"), all -> !all.isEmpty());

    // Then
    assertThat(Stage.values(records)).containsExactly("kept");
  }

  @Test
  void messagesThatNobodyAcknowledgesArriveToo() throws Exception {
    // Given
    broker.create("unasked", 1);
    stage.send("unasked", "asked");
    try (var producer = stage.producer(Map.of("enable.idempotence", false, "acks", "0"))) {
      for (String value : List.of("a", "b", "c")) {
        var _ = producer.send(new ProducerRecord<>("unasked", value.getBytes(UTF_8)));
      }
    }

    // When
    var records = stage.read("unasked", 4);

    // Then
    assertThat(Stage.values(records)).containsExactly("asked", "a", "b", "c");
  }

  @Test
  void aLargeMessagePassesUnread() throws Exception {
    // Given
    broker.create("large", 1);
    String large = "x".repeat(900_000);
    stage.sendTogether("large", Map.of(), large, large, large);

    // When
    var records = stage.read("large", 3);

    // Then
    assertThat(Stage.values(records)).containsExactly(large, large, large);
  }

  @Test
  void theLinkKnowsWhichMessagesWereSentThroughIt() throws Exception {
    // Given
    broker.create("mixed", 1);
    stage.send("mixed", "first");
    try (var other = new Stage(broker, loops)) {
      other.send("mixed", "second");

      // When
      List<Boolean> known =
          List.of(
              stage.link.hasProduced("mixed", 0, 0),
              stage.link.hasProduced("mixed", 0, 1),
              other.link.hasProduced("mixed", 0, 1));

      // Then
      assertThat(known).containsExactly(true, false, true);
    }
  }

  @Test
  void aConsumerGoesOnWhereItHadCommitted() throws Exception {
    // Given
    broker.create("resumed", 1);
    stage.sendTogether("resumed", Map.of(), "a", "b", "c");
    Map<String, Object> settings = Map.of("group.id", "resuming", "max.poll.records", 1);
    try (var first = stage.consumer(settings)) {
      first.subscribe(List.of("resumed"));
      Stage.poll(first, all -> !all.isEmpty());
      first.commitSync();
    }

    // When
    try (var second = stage.consumer(settings)) {
      second.assign(List.of(new TopicPartition("resumed", 0)));
      var rest = Stage.poll(second, all -> all.size() >= 2);

      // Then
      assertThat(Stage.values(rest)).containsExactly("b", "c");
    }
  }
}
