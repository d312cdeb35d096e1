package dev.concordat.wire.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/// Sends records as cases and flows ask for. Thread-safe.
public final class KafkaSender implements AutoCloseable {
  private static final int SEND_MILLIS = 5_000;
  private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(1);

  private final KafkaProducer<byte[], byte[]> producer;

  /// Where the broker put a record.
  public record Sent(int partition, long offset) {}

  private KafkaSender(KafkaProducer<byte[], byte[]> producer) {
    this.producer = producer;
  }

  /// A sender for the broker at `host:port`; it connects with its first record.
  public static KafkaSender open(String bootstrap) {
    return new KafkaSender(
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ProducerConfig.CLIENT_ID_CONFIG,
                "concordat-sender",
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.LINGER_MS_CONFIG,
                0,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                SEND_MILLIS,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                SEND_MILLIS / 2,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                SEND_MILLIS,
                ProducerConfig.ENABLE_METRICS_PUSH_CONFIG,
                false),
            new ByteArraySerializer(),
            new ByteArraySerializer()));
  }

  /// Sends a record and waits until the broker has it.
  ///
  /// @param key null for a record without a key
  /// @param value null for a tombstone
  /// @throws IOException when the broker did not accept it
  public Sent send(String topic, @Nullable Bytes key, @Nullable Bytes value, List<Header> headers)
      throws IOException, InterruptedException {
    var record =
        new ProducerRecord<byte @Nullable [], byte @Nullable []>(topic, array(key), array(value));
    headers.forEach(header -> record.headers().add(header.name(), header.value().getBytes(UTF_8)));
    try {
      RecordMetadata stored = producer.send(record).get();
      return new Sent(stored.partition(), stored.offset());
    } catch (ExecutionException refused) {
      throw new IOException("not sent to " + topic + ": " + refused.getCause(), refused);
    } catch (KafkaException refused) {
      throw new IOException("not sent to " + topic + ": " + refused.getMessage(), refused);
    }
  }

  private static byte @Nullable [] array(@Nullable Bytes bytes) {
    return bytes == null ? null : bytes.toArray();
  }

  @Override
  public void close() {
    producer.close(CLOSE_PATIENCE);
  }
}
