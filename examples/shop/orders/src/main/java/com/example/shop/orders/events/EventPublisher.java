package com.example.shop.orders.events;

import com.example.shop.orders.http.Log;
import com.example.shop.orders.http.Trace;
import com.example.shop.orders.json.Json;
import com.example.shop.orders.order.Order;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Tells the world, on Kafka, what happened to an order. */
public final class EventPublisher implements AutoCloseable {

  static final String CONFIRMED = "orders.confirmed";
  static final String CANCELLED = "orders.cancelled";

  private static final int SEND_TIMEOUT_MILLIS = 5_000;

  private final KafkaProducer<String, byte[]> producer;
  private volatile boolean ready;

  public EventPublisher(String bootstrapServers) {
    producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                ProducerConfig.CLIENT_ID_CONFIG, "orders",
                ProducerConfig.METRIC_REPORTER_CLASSES_CONFIG, "", // no JMX: it is slow to load
                ProducerConfig.ENABLE_METRICS_PUSH_CONFIG, false,
                ProducerConfig.ACKS_CONFIG, "all",
                ProducerConfig.LINGER_MS_CONFIG, 0,
                ProducerConfig.MAX_BLOCK_MS_CONFIG, SEND_TIMEOUT_MILLIS,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 2_000,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, SEND_TIMEOUT_MILLIS),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /** Waits, in the background, until both topics can be written. */
  public void start() {
    Thread thread = new Thread(this::awaitTopics, "await-topics");
    thread.setDaemon(true);
    thread.start();
  }

  private void awaitTopics() {
    while (!ready) {
      try {
        producer.partitionsFor(CONFIRMED);
        producer.partitionsFor(CANCELLED);
        ready = true;
        Log.info("kafka is ready");
      } catch (KafkaException e) {
        Log.warn("kafka is not ready: %s", e.getMessage());
      }
    }
  }

  public boolean isReady() {
    return ready;
  }

  public void confirmed(Order order, Trace trace) {
    publish(CONFIRMED, order, OrderEvents.confirmed(order, now()), trace);
  }

  public void cancelled(Order order, Trace trace) {
    publish(CANCELLED, order, OrderEvents.cancelled(order, now()), trace);
  }

  private void publish(String topic, Order order, ObjectNode event, Trace trace) {
    ProducerRecord<String, byte[]> message =
        new ProducerRecord<>(topic, order.id().toString(), Json.bytes(event));
    message.headers().add("content-type", utf8("application/json"));
    message.headers().add("traceparent", utf8(trace.traceparent()));
    if (!trace.state().isEmpty()) {
      message.headers().add("tracestate", utf8(trace.state()));
    }
    try {
      producer.send(message).get(SEND_TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
      Log.info("published %s for order %s trace=%s", topic, order.id(), trace.traceId());
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      // The order stands; the nightly reconciliation publishes what is missing.
      Log.warn("could not publish %s for order %s: %s", topic, order.id(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(1));
  }
}
