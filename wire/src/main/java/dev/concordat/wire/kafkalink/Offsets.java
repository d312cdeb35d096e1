package dev.concordat.wire.kafkalink;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.message.FetchRequestData;

/// From where on a connection fetches: a session names each partition only when something changes (KIP-227).
final class Offsets {
  static final Offsets NONE = new Offsets();

  private static final int NO_SESSION = -1;
  private static final int NEW_SESSION = 0;

  private record Partition(String topic, int index) {}

  private final Map<Partition, Long> from = new HashMap<>();

  synchronized void asked(FetchRequestData request, TopicNames topics) {
    if (request.sessionEpoch() == NO_SESSION || request.sessionEpoch() == NEW_SESSION) {
      from.clear();
    }
    for (var topic : request.topics()) {
      String name = topics.name(topic.topic(), topic.topicId());
      for (var partition : topic.partitions()) {
        from.put(new Partition(name, partition.partition()), partition.fetchOffset());
      }
    }
    for (var topic : request.forgottenTopicsData()) {
      String name = topics.name(topic.topic(), topic.topicId());
      topic.partitions().forEach(index -> from.remove(new Partition(name, index)));
    }
  }

  /// Records before it are in the answer only because their batch is.
  synchronized long of(String topic, int partition) {
    return from.getOrDefault(new Partition(topic, partition), 0L);
  }
}
