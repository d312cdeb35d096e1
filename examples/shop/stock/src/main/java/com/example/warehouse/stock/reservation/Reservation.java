package com.example.warehouse.stock.reservation;

import com.example.warehouse.stock.json.Input;
import com.example.warehouse.stock.json.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** Items set aside for an order. */
public record Reservation(
    UUID id, UUID orderId, List<Line> lines, Instant createdAt, Instant expiresAt) {

  public record Line(String sku, int quantity, BigDecimal unitPrice) {}

  /** What a caller wants to have set aside; the lines have no prices yet. */
  public record Wish(UUID orderId, List<Line> lines, int holdMinutes) {

    private static final Pattern SKU = Pattern.compile("[A-Z]{3}-[0-9]{3}");
    private static final Pattern UUID_TEXT =
        Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final int DEFAULT_HOLD_MINUTES = 30;

    public static Wish from(Input body) {
      String orderId = body.text("orderId", UUID_TEXT, "a UUID");
      List<Line> lines =
          body.objects(
              "lines",
              1,
              20,
              line ->
                  new Line(
                      line.text("sku", SKU, "a SKU, as in TEA-001"),
                      (int) line.integer("quantity", 1, 100),
                      null));
      int holdMinutes =
          body.has("holdMinutes")
              ? (int) body.integer("holdMinutes", 1, 1440)
              : DEFAULT_HOLD_MINUTES;
      body.check();
      return new Wish(UUID.fromString(orderId), lines, holdMinutes);
    }
  }

  public ObjectNode json() {
    ObjectNode json =
        Json.object().put("id", id.toString()).put("orderId", orderId.toString());
    ArrayNode array = json.putArray("lines");
    for (Line line : lines) {
      array
          .addObject()
          .put("sku", line.sku())
          .put("quantity", line.quantity())
          .put("unitPrice", line.unitPrice().toPlainString());
    }
    return json.put("createdAt", createdAt.toString()).put("expiresAt", expiresAt.toString());
  }
}
