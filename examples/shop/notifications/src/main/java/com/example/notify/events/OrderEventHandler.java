package com.example.notify.events;

import com.example.notify.Faults;
import com.example.notify.http.Log;
import com.example.notify.json.Json;
import com.example.notify.mail.MailWriter;
import com.example.notify.mail.Mailbox;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** One mail for each event, however often the event comes. */
final class OrderEventHandler {

  private static final int MAX_SEEN = 10_000;

  private final MailWriter writer;
  private final Mailbox mailbox;
  private final Map<String, Boolean> seen =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
          return size() > MAX_SEEN;
        }
      };

  OrderEventHandler(MailWriter writer, Mailbox mailbox) {
    this.writer = writer;
    this.mailbox = mailbox;
  }

  void handle(ConsumerRecord<String, byte[]> message) {
    JsonNode event;
    try {
      event = Json.parse(message.value());
    } catch (IOException | RuntimeException e) {
      if (Faults.enabled("notifications-poison-stops")) {
        throw new IllegalStateException("cannot read " + place(message), e);
      }
      Log.warn("skipped %s, which is not JSON: %s", place(message), e.getMessage());
      return;
    }
    if (seen.put(identity(message, event), true) != null) {
      Log.info("skipped %s, which came before", place(message));
      return;
    }
    try {
      mailbox.send(
          message.topic().equals(OrderEventConsumer.CONFIRMED)
              ? writer.confirmed(event)
              : writer.cancelled(event));
      Log.info("mailed about %s trace=%s", place(message), traceId(message));
    } catch (RuntimeException e) {
      Log.warn("skipped %s, which is not as agreed: %s", place(message), e);
    }
  }

  private static String identity(ConsumerRecord<String, byte[]> message, JsonNode event) {
    return Faults.enabled("notifications-dedup-by-offset")
        ? place(message)
        : event.path("eventId").asText();
  }

  private static String place(ConsumerRecord<String, byte[]> message) {
    return message.topic() + "-" + message.partition() + "@" + message.offset();
  }

  private static String traceId(ConsumerRecord<String, byte[]> message) {
    Header header = message.headers().lastHeader("traceparent");
    String[] parts =
        header == null
            ? new String[0]
            : new String(header.value(), StandardCharsets.US_ASCII).split("-");
    return parts.length == 4 ? parts[1] : "none";
  }
}
