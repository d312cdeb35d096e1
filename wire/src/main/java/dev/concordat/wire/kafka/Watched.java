package dev.concordat.wire.kafka;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/// The partitions that are read. Those there at the beginning are read from their end, later ones from their first record.
final class Watched {
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Predicate<String> topics;
  private Set<TopicPartition> partitions = Set.of();

  Watched(KafkaConsumer<byte[], byte[]> consumer, Predicate<String> topics) {
    this.consumer = consumer;
    this.topics = topics;
  }

  void beginAtEnd() {
    partitions = existing();
    consumer.assign(partitions);
    ends().forEach(consumer::seek);
  }

  /// Takes up partitions that came and lets go of those that were deleted.
  void refresh() {
    Set<TopicPartition> now = existing();
    if (now.equals(partitions)) {
      return;
    }
    consumer.assign(now);
    for (TopicPartition partition : now) {
      if (!partitions.contains(partition)) {
        consumer.seek(partition, 0);
      }
    }
    partitions = now;
  }

  boolean isEmpty() {
    return partitions.isEmpty();
  }

  private Map<TopicPartition, Long> ends() {
    return consumer.endOffsets(partitions);
  }

  /// Up to where each partition was read.
  Map<TopicPartition, Long> positions() {
    Map<TopicPartition, Long> positions = new HashMap<>();
    partitions.forEach(partition -> positions.put(partition, consumer.position(partition)));
    return Map.copyOf(positions);
  }

  /// The wanted partitions that the broker has now.
  Set<TopicPartition> existing() {
    Set<TopicPartition> found = new HashSet<>();
    for (Map.Entry<String, List<PartitionInfo>> topic : consumer.listTopics().entrySet()) {
      if (topics.test(topic.getKey())) {
        for (PartitionInfo partition : topic.getValue()) {
          found.add(new TopicPartition(partition.topic(), partition.partition()));
        }
      }
    }
    return Set.copyOf(found);
  }
}
