package dev.concordat.wire.kafka;

import dev.concordat.wire.capture.Wiring;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/// Tells every record that a broker accepts from the moment of opening, of topics and partitions that come later as well.
/// It joins no consumer group, so nobody's offsets change; records of open transactions are seen too (read uncommitted).
///
/// Thread-safe. Reads on a thread of its own; the broker may go away and come back.
public final class KafkaObserver implements AutoCloseable {
  private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(2);

  private final RecordReader reader;
  private final Positions positions;
  private final Ends ends;
  private final Thread thread;

  private KafkaObserver(RecordReader reader, Positions positions, Ends ends, Thread thread) {
    this.reader = reader;
    this.positions = positions;
    this.ends = ends;
    this.thread = thread;
  }

  /// Begins to observe: whatever is sent after this returns is told.
  ///
  /// @param part the broker's name in the environment
  /// @param bootstrap `host:port`
  /// @param topics which topics; empty for all but the broker's internal ones
  /// @throws IOException when the broker does not answer
  public static KafkaObserver open(String part, String bootstrap, Set<String> topics, Wiring wiring)
      throws IOException {
    Set<String> named = Set.copyOf(topics);
    return open(
        part,
        bootstrap,
        topic -> named.isEmpty() ? !topic.startsWith("__") : named.contains(topic),
        wiring);
  }

  /// Begins to observe: whatever is sent after this returns is told.
  ///
  /// @param topics whether a topic is observed; always the same for the same topic
  /// @throws IOException when the broker does not answer
  public static KafkaObserver open(
      String part, String bootstrap, Predicate<String> topics, Wiring wiring) throws IOException {
    KafkaConsumer<byte[], byte[]> consumer = ObserverSettings.consumer(bootstrap);
    try {
      Watched watched = new Watched(consumer, topics);
      watched.beginAtEnd();
      Positions positions = new Positions();
      positions.publish(watched.positions(), 0);
      Ends ends = new Ends(ObserverSettings.consumer(bootstrap), topics);
      RecordReader reader =
          new RecordReader(consumer, watched, new Deliveries(part, wiring), positions);
      Thread thread =
          Thread.ofPlatform().daemon().name("concordat-kafka-" + part).start(reader::run);
      return new KafkaObserver(reader, positions, ends, thread);
    } catch (KafkaException unreachable) {
      consumer.close();
      throw new IOException(
          "Kafka at " + bootstrap + " cannot be observed: " + unreachable.getMessage(),
          unreachable);
    }
  }

  /// Waits until every record that the broker had at this call was handed to the sink.
  ///
  /// @return false when the patience ended first, or the observer is closed
  public boolean caughtUp(Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    long refreshes = positions.refreshes();
    try {
      Map<TopicPartition, Long> now = ends.now();
      if (!positions.knows(now)) {
        reader.refreshSoon();
      }
      return positions.await(now, refreshes, deadline);
    } catch (KafkaException brokerAway) {
      return false;
    }
  }

  @Override
  public void close() {
    reader.stop();
    ends.close();
    try {
      thread.join(CLOSE_PATIENCE);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
