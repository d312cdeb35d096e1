package dev.concordat.wire.kafkalink;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.AppInfoParser;

/// The client of Apache Kafka.
///
/// @param isUsual an idempotent producer and a consumer in a group; else a plain one and partitions by hand
record JavaTableClient(boolean isUsual) implements TableClient {
  @Override
  public Optional<String> version() {
    return Optional.of(
        "Java "
            + AppInfoParser.getVersion()
            + (isUsual ? ", idempotent producer, group" : ", plain producer, no group"));
  }

  @Override
  public List<Optional<String>> sendAndRead(String bootstrap, String topic, List<String> values)
      throws Exception {
    Map<String, Object> sending =
        Map.of("bootstrap.servers", bootstrap, "enable.idempotence", isUsual);
    try (var producer =
        new KafkaProducer<>(sending, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (String value : values) {
        producer.send(new ProducerRecord<>(topic, value.getBytes(ISO_8859_1))).get();
      }
    }
    Map<String, Object> reading =
        new HashMap<>(Map.of("bootstrap.servers", bootstrap, "auto.offset.reset", "earliest"));
    if (isUsual) {
      reading.put("group.id", "readers of " + topic);
    }
    try (var consumer =
        new KafkaConsumer<>(reading, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      if (isUsual) {
        consumer.subscribe(List.of(topic));
      } else {
        consumer.assign(List.of(new TopicPartition(topic, 0)));
      }
      String last = values.getLast();
      return Stage.poll(
              consumer,
              all -> !all.isEmpty() && text(all.getLast()).filter(last::equals).isPresent())
          .stream()
          .map(JavaTableClient::text)
          .toList();
    }
  }

  private static Optional<String> text(ConsumerRecord<byte[], byte[]> record) {
    return Optional.ofNullable(record.value()).map(bytes -> new String(bytes, ISO_8859_1));
  }
}
