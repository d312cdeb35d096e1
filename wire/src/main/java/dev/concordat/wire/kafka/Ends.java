package dev.concordat.wire.kafka;

import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/// Asks where partitions end now, over a connection of its own: on the reader's, the question would wait behind a fetch
/// that waits for records.
final class Ends implements AutoCloseable {
  private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(1);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Watched watched;

  Ends(KafkaConsumer<byte[], byte[]> consumer, Predicate<String> topics) {
    this.consumer = consumer;
    this.watched = new Watched(consumer, topics);
  }

  synchronized Map<TopicPartition, Long> now() {
    return consumer.endOffsets(watched.existing());
  }

  @Override
  public synchronized void close() {
    consumer.close(CloseOptions.timeout(CLOSE_PATIENCE));
  }
}
