package dev.concordat.wire.kafka;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/// How far each partition was told. The reader writes it, whoever waits reads it.
final class Positions {
  private Map<TopicPartition, Long> told = Map.of();
  private long round;
  private boolean isOpen = true;

  /// The reader has told everything before these offsets.
  ///
  /// @param refreshes how often the reader has looked for partitions that came or went
  synchronized void publish(Map<TopicPartition, Long> now, long refreshes) {
    if (refreshes != round || !now.equals(told)) {
      told = now;
      round = refreshes;
      notifyAll();
    }
  }

  synchronized void close() {
    isOpen = false;
    notifyAll();
  }

  synchronized long refreshes() {
    return round;
  }

  synchronized boolean knows(Map<TopicPartition, Long> ends) {
    return told.keySet().containsAll(ends.keySet());
  }

  /// Waits until all of it is told.
  ///
  /// @param refreshesBefore a partition that is still unknown two refreshes later was deleted
  /// @return false when the time was over or the reader has stopped
  synchronized boolean await(
      Map<TopicPartition, Long> ends, long refreshesBefore, long deadlineNanos)
      throws InterruptedException {
    while (isOpen && !isTold(ends, refreshesBefore)) {
      long leftMillis = (deadlineNanos - System.nanoTime()) / 1_000_000;
      if (leftMillis <= 0) {
        return false;
      }
      wait(leftMillis);
    }
    return isOpen;
  }

  private boolean isTold(Map<TopicPartition, Long> ends, long refreshesBefore) {
    return ends.entrySet().stream()
        .allMatch(
            end -> {
              Long position = told.get(end.getKey());
              return position == null
                  ? end.getValue() == 0 || round > refreshesBefore + 1
                  : position >= end.getValue();
            });
  }
}
