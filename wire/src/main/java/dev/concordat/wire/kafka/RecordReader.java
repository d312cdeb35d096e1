package dev.concordat.wire.kafka;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;

/// Reads records and tells them, on a thread of its own; the only one that touches the consumer.
final class RecordReader {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(1);

  /// How soon a topic is noticed that came later. Whoever waits to be caught up does not wait for it.
  private static final long REFRESH_NANOS = Duration.ofMillis(250).toNanos();

  private static final long EMPTY_PAUSE_NANOS = Duration.ofMillis(20).toNanos();

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Watched watched;
  private final Deliveries deliveries;
  private final Positions positions;
  private long refreshedNanos = System.nanoTime();
  private long refreshes;
  private volatile boolean isRefreshWanted;
  private volatile boolean isOpen = true;

  RecordReader(
      KafkaConsumer<byte[], byte[]> consumer,
      Watched watched,
      Deliveries deliveries,
      Positions positions) {
    this.consumer = consumer;
    this.watched = watched;
    this.deliveries = deliveries;
    this.positions = positions;
  }

  /// From any thread: looks for new partitions now.
  void refreshSoon() {
    isRefreshWanted = true;
    consumer.wakeup();
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
      positions.close();
      consumer.close(CloseOptions.timeout(CLOSE_PATIENCE));
    }
  }

  private void round() {
    try {
      refreshWhenDue();
      if (watched.isEmpty()) {
        // A consumer without partitions refuses to poll; topics may come at any moment.
        LockSupport.parkNanos(EMPTY_PAUSE_NANOS);
      } else {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          deliveries.tell(record);
        }
      }
      positions.publish(watched.positions(), refreshes);
    } catch (WakeupException somebodyWaits) {
      // the next round serves them
    } catch (KafkaException brokerAway) {
      // it was there when the observer was opened and may be restarting; the next round asks again
    }
  }

  private void refreshWhenDue() {
    if (isRefreshWanted || System.nanoTime() - refreshedNanos > REFRESH_NANOS) {
      isRefreshWanted = false;
      watched.refresh();
      refreshedNanos = System.nanoTime();
      refreshes++;
      positions.publish(watched.positions(), refreshes);
    }
  }
}
