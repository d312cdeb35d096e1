package dev.concordat.wire.kafkalink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.concordat.wire.capture.EventLoops;
import dev.concordat.wire.fault.OversizedMessage;
import dev.concordat.wire.kafka.Broker;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What faults of messages do to those that Java's clients send and read.
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Order(1)
class KafkaFaultsTest {
  private final EventLoops loops = EventLoops.open(1);
  private Broker broker;
  private Stage stage;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    broker = new Broker(folder);
    stage = new Stage(broker, loops);
  }

  @AfterEach
  void quiet() {
    stage.link.disturbances().clear();
  }

  @AfterAll
  void stop() {
    stage.close();
    broker.close();
    loops.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "gzip", "snappy", "lz4", "zstd"})
  void aDroppedMessageLeavesAGapAndTheOthersWithTheirOffsets(String compression) throws Exception {
    // Given
    String topic = "drop-" + compression;
    broker.create(topic, 1);
    stage.sendTogether(topic, Map.of("compression.type", compression), "a", "b", "c");
    stage.set(
        "{\"fault\": \"drop-message\", \"topic\": \"" + topic + "\", \"after\": 1, \"times\": 1}");

    // When
    var records = stage.read(topic, 2);

    // Then
    assertThat(Stage.values(records)).containsExactly("a", "c");
    assertThat(records).extracting(ConsumerRecord::offset).containsExactly(0L, 2L);
  }

  @Test
  void aConsumerGetsPastABatchOfWhichNothingIsLeft() throws Exception {
    // Given
    broker.create("emptied", 1);
    stage.send("emptied", "a", "b", "c");
    var fault = stage.set("{\"fault\": \"drop-message\", \"after\": 1, \"times\": 2}");
    stage.sendTogether("emptied", Map.of(), "d");

    // When
    var records = stage.read("emptied", 2);

    // Then
    assertThat(Stage.values(records)).containsExactly("a", "d");
    assertThat(fault.applied()).isEqualTo(2);
  }

  @Test
  void keyHeadersAndTimeOfATombstoneStay() throws Exception {
    // Given
    broker.create("graves", 1);
    try (var producer = stage.producer(Map.of())) {
      var header = new RecordHeader("trace", "t1".getBytes(UTF_8));
      producer
          .send(
              new ProducerRecord<>(
                  "graves", 0, 12345L, "k".getBytes(UTF_8), "v".getBytes(UTF_8), List.of(header)))
          .get();
    }
    stage.set("{\"fault\": \"tombstone\"}");

    // When
    var record = stage.read("graves", 1).getFirst();

    // Then
    assertThat(record.value()).isNull();
    assertThat(record.key()).asString(UTF_8).isEqualTo("k");
    assertThat(record.timestamp()).isEqualTo(12345);
    assertThat(record.headers().lastHeader("trace").value()).asString(UTF_8).isEqualTo("t1");
  }

  @Test
  void whoeverReadsAgainGetsTheSameAndTheTruthWhenTheRuleIsGone() throws Exception {
    // Given
    broker.create("again", 1);
    stage.send("again", "a", "b");
    var fault = stage.set("{\"fault\": \"poison-message\", \"times\": 1}");

    // When
    byte[] first = stage.read("again", 2).getFirst().value();
    byte[] second = stage.read("again", 2).getFirst().value();
    long applied = fault.applied();
    fault.remove();
    var third = stage.read("again", 2);

    // Then
    assertThat(first).hasSize(16).startsWith(0xff).isEqualTo(second);
    assertThat(applied).isEqualTo(1);
    assertThat(Stage.values(third)).containsExactly("a", "b");
  }

  @Test
  void poisonMayBeATextOfOnesOwn() throws Exception {
    // Given
    broker.create("toxic", 1);
    stage.send("toxic", "a");
    stage.set("{\"fault\": {\"poison-message\": \"not JSON\"}}");

    // When
    var records = stage.read("toxic", 1);

    // Then
    assertThat(Stage.values(records)).containsExactly("not JSON");
  }

  @Test
  void anOversizedMessageIsLongerThanWhatConsumersAskForAndArrives() throws Exception {
    // Given
    broker.create("big", 1);
    stage.send("big", "{}", "{}");
    stage.set("{\"fault\": \"oversized-message\", \"times\": 1}");

    // When
    var records = stage.read("big", 2);

    // Then
    assertThat(records.getFirst().value()).hasSize(OversizedMessage.USUAL_BYTES);
    assertThat(Stage.values(records).getFirst().strip()).isEqualTo("{}");
    assertThat(Stage.values(records).getLast()).isEqualTo("{}");
  }

  @Test
  void anUnknownSchemaIdChangesFourBytesAndFitsNoMessageWithoutOne() throws Exception {
    // Given
    broker.create("framed", 1);
    stage.send("framed", "\0\0\0\0\u0005data", "{}");
    var fault = stage.set("{\"fault\": {\"unknown-schema-id\": 7}}");

    // When
    var records = stage.read("framed", 2);

    // Then
    assertThat(Stage.values(records)).containsExactly("\0\0\0\0\u0007data", "{}");
    assertThat(fault.applied()).isEqualTo(1);
    assertThat(fault.reasonUnfit()).contains("the message does not begin with a schema id");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aDuplicatedMessageIsThereTwiceWhenItsProducerHasTheAcknowledgement(boolean isIdempotent)
      throws Exception {
    // Given
    String topic = "twice-" + isIdempotent;
    broker.create(topic, 1);
    stage.set("{\"fault\": \"duplicate-message\", \"after\": 1, \"times\": 1}");
    stage.sendTogether(
        topic,
        Map.of("enable.idempotence", isIdempotent, "compression.type", "gzip"),
        "a",
        "b",
        "c");
    stage.send(topic, "d");

    // When
    var records = stage.read(topic, 5);

    // Then
    assertThat(Stage.values(records)).containsExactly("a", "b", "c", "b", "d");
  }

  @Test
  void messagesOfATransactionAreNotDuplicated() throws Exception {
    // Given
    broker.create("atomic", 1);
    var fault = stage.set("{\"fault\": \"duplicate-message\"}");

    // When
    try (var producer = stage.producer(Map.of("transactional.id", "atomic"))) {
      producer.initTransactions();
      producer.beginTransaction();
      producer.send(new ProducerRecord<>("atomic", "a".getBytes(UTF_8))).get();
      producer.commitTransaction();
    }

    // Then
    assertThat(fault.applied()).isZero();
    assertThat(fault.reasonUnfit()).contains("a message of a transaction");
  }

  @Test
  void ofATransactionOnlyWhatWasCommittedIsMet() throws Exception {
    // Given
    broker.create("half", 1);
    try (var producer = stage.producer(Map.of("transactional.id", "half"))) {
      producer.initTransactions();
      producer.beginTransaction();
      producer.send(new ProducerRecord<>("half", "aborted".getBytes(UTF_8))).get();
      producer.abortTransaction();
      producer.beginTransaction();
      producer.send(new ProducerRecord<>("half", "kept".getBytes(UTF_8))).get();
      producer.send(new ProducerRecord<>("half", "too".getBytes(UTF_8))).get();
      producer.commitTransaction();
    }
    stage.set("{\"fault\": \"tombstone\", \"times\": 1}");

    // When
    var records =
        stage.readUntil(
            "half", Map.of("isolation.level", "read_committed"), all -> all.size() >= 2);

    // Then
    assertThat(Stage.values(records)).containsExactly("null", "too");
  }

  @Test
  void neighboursChangePlacesAndStayChangedForWhomeverReadsAgain() throws Exception {
    // Given
    broker.create("swapped", 1);
    stage.sendTogether("swapped", Map.of("compression.type", "lz4"), "a", "b", "c");
    stage.send("swapped", "d");
    var fault = stage.set("{\"fault\": \"reorder-messages\", \"after\": 2, \"times\": 1}");

    // When
    var first = stage.read("swapped", 4);
    fault.remove();
    var second = stage.read("swapped", 4);

    // Then
    assertThat(Stage.values(first)).containsExactly("a", "b", "d", "c");
    assertThat(first).extracting(ConsumerRecord::offset).containsExactly(0L, 1L, 2L, 3L);
    assertThat(Stage.values(second)).containsExactly("a", "b", "d", "c");
  }

  @Test
  void aMessageIsKeptBackUntilItsNeighbourComes() throws Exception {
    // Given
    broker.create("waiting", 1);
    stage.send("waiting", "a", "b");
    stage.set(
        "{\"fault\": {\"reorder-messages\": {\"within\": \"1m\"}}, \"after\": 1, \"times\": 1}");
    try (var consumer = stage.consumer(Map.of("group.id", "waiting"))) {
      consumer.subscribe(List.of("waiting"));
      var first = Stage.poll(consumer, all -> !all.isEmpty());
      stage.send("waiting", "c");

      // When
      var rest = Stage.poll(consumer, all -> all.size() >= 2);

      // Then
      assertThat(Stage.values(first)).containsExactly("a");
      assertThat(Stage.values(rest)).containsExactly("c", "b");
    }
  }

  @Test
  void aMessageThatStaysAloneComesAsItIs() throws Exception {
    // Given
    broker.create("alone", 1);
    stage.send("alone", "a");
    var fault = stage.set("{\"fault\": {\"reorder-messages\": {\"within\": \"50ms\"}}}");

    // When
    var records = stage.read("alone", 1);

    // Then
    assertThat(Stage.values(records)).containsExactly("a");
    assertThat(fault.reasonUnfit()).contains("no other message came in time");
  }

  @Test
  void aDelayedMessageComesWhenItsRuleIsTakenOff() throws Exception {
    // Given
    broker.create("late", 1);
    stage.send("late", "a");
    var fault = stage.set("{\"fault\": {\"delay-message\": \"60m\"}}");
    try (var consumer = stage.consumer(Map.of("group.id", "late"))) {
      consumer.subscribe(List.of("late"));
      var _ = Stage.poll(consumer, _ -> fault.applied() == 1);
      fault.remove();

      // When
      var records = Stage.poll(consumer, all -> !all.isEmpty());

      // Then
      assertThat(Stage.values(records)).containsExactly("a");
    }
  }

  @Test
  void onlyMessagesOfItsTopicAreMet() throws Exception {
    // Given
    broker.create("one", 1);
    broker.create("other", 1);
    stage.send("one", "a");
    stage.send("other", "b");
    var fault = stage.set("{\"fault\": \"tombstone\", \"topic\": \"one\"}");

    // When
    var one = stage.read("one", 1);
    var other = stage.read("other", 1);

    // Then
    assertThat(Stage.values(one)).containsExactly("null");
    assertThat(Stage.values(other)).containsExactly("b");
    assertThat(fault.met()).isEqualTo(1);
  }

  @Test
  void faultsOfConnectionsAreOnTheSameLink() throws Exception {
    // Given
    broker.create("cut", 1);
    var fault = stage.set("{\"fault\": {\"reset\": {\"after\": 40}}, \"times\": 1}");

    // When
    stage.send("cut", "a");

    // Then
    assertThat(fault.applied()).isEqualTo(1);
    assertThat(Stage.values(stage.read("cut", 1))).containsExactly("a");
  }

  @Test
  void faultsOfHttpAreRefused() {
    assertThatThrownBy(() -> stage.set("{\"fault\": {\"status\": 503}}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "'status' is meant for messages of HTTP here, and this link carries Kafka: there are"
                + " faults of its messages, of connections and of bytes");
  }
}
