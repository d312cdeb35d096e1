package com.example.shop.orders.events;

import com.example.shop.orders.Faults;
import com.example.shop.orders.json.Json;
import com.example.shop.orders.order.Order;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** Orders as asyncapi.yaml tells others about them. */
final class OrderEvents {

  private OrderEvents() {}

  static ObjectNode confirmed(Order order, Instant now) {
    ObjectNode event = envelope("confirmed", order);
    event.set("customer", customer(order));
    ArrayNode lines = event.putArray("lines");
    for (Order.Line line : order.lines()) {
      lines
          .addObject()
          .put("sku", line.sku())
          .put("quantity", line.quantity())
          .put("unitPrice", line.unitPrice());
    }
    event.put("total", total(order));
    if (!Faults.enabled("orders-event-currency-missing")) {
      event.put("currency", order.currency());
    }
    if (order.note() != null && !Faults.enabled("orders-event-note-dropped")) {
      event.put("note", order.note());
    }
    if (order.deliverAt() != null) {
      event.put("deliverAt", order.deliverAt().toString());
    }
    return event.put("occurredAt", now.toString());
  }

  static ObjectNode cancelled(Order order, Instant now) {
    ObjectNode event = envelope("cancelled", order);
    event.set("customer", customer(order));
    event.put("refunded", order.total()).put("currency", order.currency());
    return Faults.enabled("orders-cancelled-at-epoch")
        ? event.put("occurredAt", now.toEpochMilli())
        : event.put("occurredAt", now.toString());
  }

  /** The same event always has the same id, so that whoever gets it twice can tell. */
  private static ObjectNode envelope(String kind, Order order) {
    byte[] identity = (kind + ":" + order.id()).getBytes(StandardCharsets.UTF_8);
    return Json.object()
        .put("eventId", UUID.nameUUIDFromBytes(identity).toString())
        .put("orderId", order.id().toString())
        .put("number", order.number());
  }

  private static ObjectNode customer(Order order) {
    return Json.object()
        .put("name", order.customer().name())
        .put("email", order.customer().email());
  }

  private static BigDecimal total(Order order) {
    if (Faults.enabled("orders-event-total-double")) {
      double sum = 0;
      for (Order.Line line : order.lines()) {
        sum += line.quantity() * line.unitPrice().doubleValue();
      }
      return BigDecimal.valueOf(sum);
    }
    return order.total();
  }
}
