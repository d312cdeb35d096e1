package dev.concordat.wire.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;

/// The observer's thread: polls, tells, looks for new topics, and answers those who wait to be caught up. Only the methods
/// that say so may be called from other threads.
final class RecordReader {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(1);

  /// How often new topics are looked for when nobody waits.
  private static final long EMPTY_PAUSE_NANOS = Duration.ofMillis(20).toNanos();

  private static final long REFRESH_NANOS = Duration.ofMillis(250).toNanos();

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Watched watched;
  private final Deliveries deliveries;
  private final ConcurrentLinkedQueue<CountDownLatch> asked = new ConcurrentLinkedQueue<>();
  private final List<Goal> goals = new ArrayList<>();
  private long refreshedNanos = System.nanoTime();
  private volatile boolean isOpen = true;

  /// Somebody waits until these offsets are read.
  private record Goal(Map<TopicPartition, Long> ends, CountDownLatch reached) {}

  RecordReader(KafkaConsumer<byte[], byte[]> consumer, Watched watched, Deliveries deliveries) {
    this.consumer = consumer;
    this.watched = watched;
    this.deliveries = deliveries;
  }

  /// From any thread: is counted down when all that the broker has now was told, or when the reader stops.
  CountDownLatch whenCaughtUp() {
    CountDownLatch reached = new CountDownLatch(1);
    asked.add(reached);
    consumer.wakeup();
    if (!isOpen) {
      reached.countDown();
    }
    return reached;
  }

  /// From any thread.
  boolean isOpen() {
    return isOpen;
  }

  /// From any thread.
  void stop() {
    isOpen = false;
    consumer.wakeup();
  }

  void run() {
    try {
      while (isOpen) {
        round();
      }
    } finally {
      isOpen = false;
      asked.forEach(CountDownLatch::countDown);
      goals.forEach(goal -> goal.reached().countDown());
      consumer.close(CloseOptions.timeout(CLOSE_PATIENCE));
    }
  }

  private void round() {
    try {
      refreshWhenDue();
      setGoals();
      // Who asks when all was read already need not wait for the next record.
      goals.removeIf(this::isReached);
      if (watched.isEmpty()) {
        // A consumer without partitions refuses to poll; topics may come at any moment.
        LockSupport.parkNanos(EMPTY_PAUSE_NANOS);
      } else {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          deliveries.tell(record);
        }
      }
      goals.removeIf(this::isReached);
    } catch (WakeupException somebodyWaits) {
      // the next round serves them
    } catch (KafkaException brokerAway) {
      // it was there when the observer was opened and may be restarting; the next round asks again
    }
  }

  private void refreshWhenDue() {
    if (System.nanoTime() - refreshedNanos > REFRESH_NANOS) {
      watched.refresh();
      refreshedNanos = System.nanoTime();
    }
  }

  private void setGoals() {
    if (asked.isEmpty()) {
      return;
    }
    List<CountDownLatch> waiting = List.copyOf(asked);
    watched.refresh();
    Map<TopicPartition, Long> ends = watched.ends();
    waiting.forEach(reached -> goals.add(new Goal(ends, reached)));
    asked.removeAll(waiting);
  }

  private boolean isReached(Goal goal) {
    boolean isReached = watched.isReadTo(goal.ends());
    if (isReached) {
      goal.reached().countDown();
    }
    return isReached;
  }
}
