package dev.concordat.wire.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.MessageDelivery;
import dev.concordat.wire.capture.CaptureLimits;
import dev.concordat.wire.capture.EventLoops;
import dev.concordat.wire.capture.ExchangeIds;
import dev.concordat.wire.capture.Wiring;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KafkaObserverTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  private final List<MessageDelivery> seen = new CopyOnWriteArrayList<>();
  private final EventLoops loops = EventLoops.open(1);
  private final Wiring wiring =
      new Wiring(
          loops,
          exchange -> seen.add((MessageDelivery) exchange),
          new ExchangeIds(),
          CaptureLimits.DEFAULT.withBodyBytes(100));
  private Broker broker;
  private KafkaSender sender;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    broker = new Broker(folder);
    sender = KafkaSender.open(broker.bootstrap());
  }

  @AfterAll
  void stop() {
    sender.close();
    broker.close();
    loops.close();
  }

  @Test
  void tellsARecordWithItsKeyHeadersAndTrace() throws Exception {
    // Given
    broker.create("orders", 3);
    try (KafkaObserver observer = observe("orders")) {
      List<Header> headers =
          List.of(new Header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01"));

      // When
      var sent = sender.send("orders", Bytes.utf8("k1"), Bytes.utf8("{\"id\":1}"), headers);
      assertThat(observer.caughtUp(PATIENCE)).isTrue();

      // Then
      MessageDelivery delivery = on("orders").getFirst();
      assertThat(delivery.part()).isEqualTo("events");
      assertThat(delivery.partition()).isEqualTo(sent.partition());
      assertThat(delivery.offset()).isEqualTo(sent.offset());
      assertThat(delivery.traceId()).contains(TRACE);
      assertThat(delivery.key().orElseThrow().utf8()).isEqualTo("k1");
      assertThat(delivery.value().orElseThrow().utf8()).isEqualTo("{\"id\":1}");
      assertThat(delivery.headers()).isEqualTo(headers);
    }
  }

  @Test
  void leavesOutWhatWasThereBefore() throws Exception {
    // Given
    broker.create("old", 1);
    send("old", "before");
    try (KafkaObserver observer = observe("old")) {
      send("old", "after");

      // When
      assertThat(observer.caughtUp(PATIENCE)).isTrue();

      // Then
      assertThat(values("old")).containsExactly("after");
    }
  }

  @Test
  void seesTopicsAndPartitionsThatComeLater() throws Exception {
    // Given
    broker.create("growing", 1);
    try (KafkaObserver observer = observe()) {
      broker.grow("growing", 4);
      broker.create("late", 2);
      for (int i = 0; i < 40; i++) {
        send("growing", "g" + i);
        send("late", "l" + i);
      }

      // When
      assertThat(observer.caughtUp(PATIENCE)).isTrue();

      // Then
      assertThat(values("growing")).hasSize(40).doesNotHaveDuplicates();
      assertThat(values("late")).hasSize(40).doesNotHaveDuplicates();
    }
  }

  @Test
  void waitsForATopicThatNobodyHasMadeYet() throws Exception {
    // Given
    try (KafkaObserver observer = observe("first-of-all")) {
      assertThat(observer.caughtUp(PATIENCE)).isTrue();
      broker.create("first-of-all", 1);
      send("first-of-all", "hello");

      // When
      assertThat(observer.caughtUp(PATIENCE)).isTrue();

      // Then
      assertThat(values("first-of-all")).containsExactly("hello");
    }
  }

  @Test
  void tellsATombstoneAndCutsALongValue() throws Exception {
    // Given
    broker.create("odd", 1);
    try (KafkaObserver observer = observe("odd")) {
      sender.send("odd", Bytes.utf8("gone"), null, List.of());
      sender.send("odd", null, Bytes.utf8("x".repeat(500)), List.of());

      // When
      assertThat(observer.caughtUp(PATIENCE)).isTrue();

      // Then
      assertThat(on("odd").getFirst().value()).isEmpty();
      assertThat(on("odd").getLast().key()).isEmpty();
      assertThat(on("odd").getLast().value().orElseThrow().toString())
          .isEqualTo("100 of 500 bytes");
    }
  }

  @Test
  void isNotHeldUpByTransactionsAndSeesTheirRecords() throws Exception {
    // Given
    broker.create("ledger", 1);
    try (KafkaObserver observer = observe("ledger");
        KafkaProducer<String, String> producer = transactional()) {
      producer.initTransactions();
      producer.beginTransaction();
      producer.send(new ProducerRecord<>("ledger", "aborted")).get();
      producer.abortTransaction();
      producer.beginTransaction();
      producer.send(new ProducerRecord<>("ledger", "open")).get();

      // When
      assertThat(observer.caughtUp(PATIENCE)).isTrue();

      // Then
      assertThat(values("ledger")).containsExactly("aborted", "open");
      producer.abortTransaction();
    }
  }

  @Test
  void goesOnWhenATopicIsDeleted() throws Exception {
    // Given
    broker.create("doomed", 1);
    broker.create("kept", 1);
    try (KafkaObserver observer = observe()) {
      send("doomed", "last words");
      assertThat(observer.caughtUp(PATIENCE)).isTrue();
      broker.delete("doomed");
      send("kept", "still here");

      // When
      assertThat(observer.caughtUp(PATIENCE)).isTrue();

      // Then
      assertThat(values("kept")).containsExactly("still here");
    }
  }

  @Test
  void saysThatNobodyAnswersWhereTheBrokerShouldBe() {
    assertThatThrownBy(() -> KafkaSender.open("127.0.0.1:1").send("t", null, null, List.of()))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("not sent to t: ");
  }

  private KafkaObserver observe(String... topics) throws IOException {
    return KafkaObserver.open("events", broker.bootstrap(), Set.of(topics), wiring);
  }

  private void send(String topic, String value) throws Exception {
    sender.send(topic, null, Bytes.utf8(value), List.of());
  }

  private List<MessageDelivery> on(String topic) {
    return seen.stream().filter(delivery -> delivery.address().equals(topic)).toList();
  }

  private List<String> values(String topic) {
    return on(topic).stream().map(delivery -> delivery.value().orElseThrow().utf8()).toList();
  }

  private KafkaProducer<String, String> transactional() {
    return new KafkaProducer<>(
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            broker.bootstrap(),
            ProducerConfig.TRANSACTIONAL_ID_CONFIG,
            "ledger-writer"),
        new StringSerializer(),
        new StringSerializer());
  }
}
