package dev.concordat.wire.kafka;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// How the observing consumer is set up.
final class ObserverSettings {
  /// How long the broker may take to answer a question about topics or offsets.
  static final int ANSWER_MILLIS = 10_000;

  /// How long the broker holds a fetch when there is nothing: also how long a new topic may wait behind one.
  private static final int FETCH_WAIT_MILLIS = 50;

  private static final int RECONNECT_MILLIS = 50;

  private ObserverSettings() {}

  static KafkaConsumer<byte[], byte[]> consumer(String bootstrap) {
    return new KafkaConsumer<>(
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrap,
            ConsumerConfig.CLIENT_ID_CONFIG,
            "concordat-observer",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false,
            ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
            false,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest",
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "read_uncommitted",
            ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
            FETCH_WAIT_MILLIS,
            ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
            RECONNECT_MILLIS,
            ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            ANSWER_MILLIS,
            ConsumerConfig.ENABLE_METRICS_PUSH_CONFIG,
            false),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }
}
