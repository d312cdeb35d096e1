package com.example.notify.events;

import com.example.notify.http.Log;
import com.example.notify.mail.MailWriter;
import com.example.notify.mail.Mailbox;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads the topics of the orders service, in one thread. */
public final class OrderEventConsumer {

  static final String CONFIRMED = "orders.confirmed";
  static final String CANCELLED = "orders.cancelled";

  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(1);

  private final KafkaConsumer<String, byte[]> consumer;
  private final OrderEventHandler handler;
  private final Thread thread = new Thread(this::run, "order-events");
  private volatile boolean ready;
  private volatile boolean stopping;

  public OrderEventConsumer(
      String bootstrapServers, String group, MailWriter writer, Mailbox mailbox) {
    handler = new OrderEventHandler(writer, mailbox);
    consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                ConsumerConfig.GROUP_ID_CONFIG, group,
                ConsumerConfig.CLIENT_ID_CONFIG, "notifications",
                ConsumerConfig.METRIC_REPORTER_CLASSES_CONFIG, "", // no JMX: it is slow to load
                ConsumerConfig.ENABLE_METRICS_PUSH_CONFIG, false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false,
                ConsumerConfig.METADATA_MAX_AGE_CONFIG, 5_000,
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000,
                ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 2_000),
            new StringDeserializer(),
            new ByteArrayDeserializer());
  }

  public void start() {
    thread.start();
  }

  /** True while we get the events of both topics. */
  public boolean isReady() {
    return ready && thread.isAlive();
  }

  private void run() {
    consumer.subscribe(List.of(CONFIRMED, CANCELLED));
    try {
      while (!stopping) {
        pollOnce();
      }
    } catch (WakeupException stop) {
      Log.info("no longer reading events");
    } finally {
      consumer.close(CloseOptions.timeout(CLOSE_TIMEOUT));
    }
  }

  private void pollOnce() {
    try {
      ConsumerRecords<String, byte[]> messages = consumer.poll(POLL);
      for (ConsumerRecord<String, byte[]> message : messages) {
        handler.handle(message);
      }
      if (!messages.isEmpty()) {
        consumer.commitAsync();
      }
      ready =
          consumer.assignment().stream().map(partition -> partition.topic()).distinct().count()
              == 2;
    } catch (WakeupException stop) {
      throw stop;
    } catch (KafkaException e) {
      Log.warn("kafka: %s", e.getMessage());
    }
  }

  public void stop() {
    stopping = true;
    consumer.wakeup();
    try {
      thread.join(CLOSE_TIMEOUT.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
