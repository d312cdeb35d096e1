package com.example.shop.orders.order;

import com.example.shop.orders.Faults;
import com.example.shop.orders.json.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Orders as the HTTP API shows them. */
public final class OrderJson {

  private OrderJson() {}

  public static ObjectNode of(Order order) {
    ObjectNode json =
        Json.object()
            .put("id", order.id().toString())
            .put("number", order.number())
            .put("status", order.status().name());
    ObjectNode customer =
        json.putObject("customer")
            .put("name", order.customer().name())
            .put("email", order.customer().email());
    if (order.customer().loyaltyNumber() != null) {
      customer.put("loyaltyNumber", order.customer().loyaltyNumber());
    }
    ArrayNode lines = json.putArray("lines");
    for (Order.Line line : order.lines()) {
      lines
          .addObject()
          .put("sku", line.sku())
          .put("quantity", line.quantity())
          .put("unitPrice", line.unitPrice());
    }
    json.put("total", order.total()).put("currency", order.currency()).put("note", order.note());
    if (order.deliverAt() != null) {
      json.put("deliverAt", order.deliverAt().toString());
    }
    return json.put("createdAt", order.createdAt().toString());
  }

  /** An order as one item of a list. */
  public static ObjectNode summary(Order order) {
    ObjectNode json = of(order);
    if (Faults.enabled("orders-list-total-as-string")) {
      json.put("total", order.total().toPlainString());
    }
    return json;
  }

  /** Only what a change of the note may have changed. */
  public static ObjectNode patch(Order order) {
    return Json.object()
        .put("id", order.id().toString())
        .put("number", order.number())
        .put("status", order.status().name())
        .put("note", order.note());
  }
}
