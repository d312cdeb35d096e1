package dev.concordat.wire.kafkalink;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;

/// Counts what passes, and remembers which messages were sent through the link. Thread-safe.
final class Traffic {
  /// How many batches of one partition are remembered.
  private static final int MAX_BATCHES = 20_000;

  private record Partition(String topic, int index) {}

  private final LongAdder connections = new LongAdder();
  private final LongAdder failures = new LongAdder();
  private final AtomicReference<Optional<String>> lastFailure =
      new AtomicReference<>(Optional.empty());
  private final Map<String, LongAdder> notSpoken = new ConcurrentHashMap<>();
  private final Map<String, LongAdder> produced = new ConcurrentHashMap<>();
  private final Map<String, LongAdder> fetched = new ConcurrentHashMap<>();
  private final Map<Partition, TreeMap<Long, Integer>> batches = new LinkedHashMap<>();

  void opened() {
    connections.increment();
  }

  void failed(String why) {
    failures.increment();
    lastFailure.set(Optional.of(why));
  }

  void notSpoken(String protocol) {
    notSpoken.computeIfAbsent(protocol, _ -> new LongAdder()).increment();
  }

  /// Messages were taken by the broker.
  ///
  /// @param baseOffset negative where the broker did not say
  void produced(String topic, int partition, long baseOffset, int count) {
    produced.computeIfAbsent(topic, _ -> new LongAdder()).add(count);
    if (baseOffset < 0) {
      return;
    }
    synchronized (batches) {
      var known = batches.computeIfAbsent(new Partition(topic, partition), _ -> new TreeMap<>());
      known.put(baseOffset, count);
      if (known.size() > MAX_BATCHES) {
        known.pollFirstEntry();
      }
    }
  }

  void fetched(String topic, int count) {
    fetched.computeIfAbsent(topic, _ -> new LongAdder()).add(count);
  }

  boolean hasProduced(String topic, int partition, long offset) {
    synchronized (batches) {
      var known = batches.get(new Partition(topic, partition));
      var batch = known == null ? null : known.floorEntry(offset);
      return batch != null && offset < batch.getKey() + batch.getValue();
    }
  }

  KafkaCounts counts() {
    return new KafkaCounts(
        connections.sum(),
        failures.sum(),
        lastFailure.get(),
        sums(notSpoken),
        sums(produced),
        sums(fetched));
  }

  private static Map<String, Long> sums(Map<String, LongAdder> counted) {
    Map<String, Long> sums = new TreeMap<>();
    counted.forEach((topic, count) -> sums.put(topic, count.sum()));
    return Map.copyOf(sums);
  }
}
