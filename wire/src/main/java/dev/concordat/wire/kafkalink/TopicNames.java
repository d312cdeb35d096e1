package dev.concordat.wire.kafkalink;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.Uuid;

/// What topics are called whose ids newer clients use, learned from the metadata that pass. Thread-safe.
final class TopicNames {
  /// More topics than this are a mistake; those that come later have no name.
  private static final int MAX_TOPICS = 100_000;

  private final Map<Uuid, String> names = new ConcurrentHashMap<>();

  void learn(Uuid id, String name) {
    if (names.size() < MAX_TOPICS) {
      names.put(id, name);
    }
  }

  /// The name of a topic, or its id where that is all that is known.
  ///
  /// @param written as the message has it; older versions name topics, newer ones have ids
  String name(String written, Uuid id) {
    return written == null || written.isEmpty() ? names.getOrDefault(id, id.toString()) : written;
  }
}
