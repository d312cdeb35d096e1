package com.example.notify.mail;

import com.example.notify.Faults;
import com.example.notify.json.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** A mail we sent. The order is null for mails that are about no order. */
public record Mail(
    UUID id, Kind kind, UUID orderId, String to, String subject, String text, Instant sentAt) {

  /** What a mail is about. */
  public enum Kind {
    ORDER_CONFIRMED("order-confirmed"),
    ORDER_CANCELLED("order-cancelled"),
    SELF_TEST("self-test");

    private final String wireName;

    Kind(String wireName) {
      this.wireName = wireName;
    }
  }

  /** The mail without its text, as one item of a list. */
  public ObjectNode summary() {
    ObjectNode json = Json.object().put("id", id.toString()).put("kind", kind.wireName);
    if (orderId != null) {
      json.put("orderId", orderId.toString());
    }
    String time =
        Faults.enabled("notifications-sent-at-local")
            ? LocalDateTime.ofInstant(sentAt, ZoneOffset.UTC).toString()
            : sentAt.toString();
    return json.put("to", to).put("subject", subject).put("sentAt", time);
  }

  public ObjectNode json() {
    return summary().put("sentAt", sentAt.toString()).put("text", text);
  }
}
