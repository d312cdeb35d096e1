package dev.concordat.wire.kafkalink;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.link.LinkName;
import dev.concordat.wire.capture.EventLoops;
import dev.concordat.wire.fault.PlacedFault;
import dev.concordat.wire.fault.RuleText;
import dev.concordat.wire.kafka.Broker;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// A link in front of a broker, and Java's clients behind it.
final class Stage implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration POLL = Duration.ofMillis(100);

  final KafkaLink link;

  Stage(Broker broker, EventLoops loops) throws IOException {
    this(broker.bootstrap(), loops);
  }

  /// In front of the broker at `host:port`.
  Stage(String bootstrap, EventLoops loops) throws IOException {
    int port = Integer.parseInt(bootstrap.split(":", -1)[1]);
    link =
        KafkaLink.open(
            new LinkName("orders", "kafka"), new InetSocketAddress("127.0.0.1", port), loops);
  }

  String bootstrap() {
    return "127.0.0.1:" + link.address().getPort();
  }

  PlacedFault set(String rule) {
    return link.disturbances()
        .add(RuleText.read((JsonObject) JsonParser.parse(rule).value().orElseThrow()));
  }

  KafkaProducer<byte[], byte[]> producer(Map<String, Object> more) {
    Map<String, Object> settings = new HashMap<>(Map.of("bootstrap.servers", bootstrap()));
    settings.putAll(more);
    return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  KafkaConsumer<byte[], byte[]> consumer(Map<String, Object> more) {
    Map<String, Object> settings =
        new HashMap<>(Map.of("bootstrap.servers", bootstrap(), "auto.offset.reset", "earliest"));
    settings.putAll(more);
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /// Sends one after the other, each when the one before was acknowledged.
  void send(String topic, String... values) throws Exception {
    try (var producer = producer(Map.of())) {
      for (String value : values) {
        producer.send(new ProducerRecord<>(topic, 0, null, value.getBytes(UTF_8))).get();
      }
    }
  }

  /// Sends all in one batch.
  void sendTogether(String topic, Map<String, Object> settings, String... values) throws Exception {
    Map<String, Object> all = new HashMap<>(settings);
    all.put("linger.ms", 10_000);
    try (var producer = producer(all)) {
      for (String value : values) {
        var _ = producer.send(new ProducerRecord<>(topic, 0, null, value.getBytes(UTF_8)));
      }
      producer.flush();
    }
  }

  /// Reads partition 0 from its beginning until enough was read, or a second brought nothing more.
  List<ConsumerRecord<byte[], byte[]>> read(String topic, int count) {
    return readUntil(topic, Map.of(), records -> records.size() >= count);
  }

  List<ConsumerRecord<byte[], byte[]>> readUntil(
      String topic,
      Map<String, Object> settings,
      Predicate<List<ConsumerRecord<byte[], byte[]>>> isEnough) {
    try (var consumer = consumer(settings)) {
      var partition = new TopicPartition(topic, 0);
      consumer.assign(List.of(partition));
      consumer.seek(partition, 0);
      return poll(consumer, isEnough);
    }
  }

  static List<ConsumerRecord<byte[], byte[]>> poll(
      KafkaConsumer<byte[], byte[]> consumer,
      Predicate<List<ConsumerRecord<byte[], byte[]>>> isEnough) {
    List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!isEnough.test(all)) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("only " + values(all) + " came in " + PATIENCE);
      }
      consumer.poll(POLL).forEach(all::add);
    }
    return all;
  }

  static List<String> values(List<ConsumerRecord<byte[], byte[]>> records) {
    return records.stream()
        .map(it -> it.value() == null ? "null" : new String(it.value(), UTF_8))
        .toList();
  }

  @Override
  public void close() {
    link.close();
  }
}
