package com.example.shop.orders.clients;

import com.example.shop.orders.Faults;
import com.example.shop.orders.http.Log;
import com.example.shop.orders.http.Problem;
import com.example.shop.orders.http.Trace;
import com.example.shop.orders.json.Json;
import com.example.shop.orders.order.Order.Line;
import com.example.shop.orders.order.OrderRequest.Item;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The warehouse's {@code stock} service: reserves what an order needs and tells its price. */
public final class StockClient {

  private final HttpCalls calls;

  public record Reservation(UUID id, List<Line> lines) {}

  public StockClient(String baseUrl) {
    this.calls = new HttpCalls("stock", baseUrl, !Faults.enabled("orders-stock-no-timeout"));
  }

  public Reservation reserve(UUID orderId, List<Item> items, Trace trace) {
    ObjectNode body = Json.object().put("orderId", orderId.toString());
    ArrayNode lines = body.putArray("lines");
    for (Item item : items) {
      lines.addObject().put("sku", item.sku()).put("quantity", item.quantity());
    }
    HttpResponse<byte[]> response =
        calls.send(HttpCalls.post(calls.request("/reservations", trace), body).build());
    return switch (response.statusCode()) {
      case 201 -> reservation(calls.json(response));
      case 409 -> throw new Problem(409, "out-of-stock", detail(response));
      case 422 -> throw new Problem(422, "unknown-sku", detail(response));
      default -> throw calls.unexpected(response);
    };
  }

  /** Gives the reserved items back. If that fails, the warehouse's own clean-up does it later. */
  public void release(UUID reservationId, Trace trace) {
    try {
      HttpResponse<byte[]> response =
          calls.send(calls.request("/reservations/" + reservationId, trace).DELETE().build());
      if (response.statusCode() != 204 && response.statusCode() != 404) {
        throw calls.unexpected(response);
      }
    } catch (Problem problem) {
      Log.warn("reservation %s is not released: %s", reservationId, problem.getMessage());
    }
  }

  private static Reservation reservation(JsonNode json) {
    List<Line> lines = new ArrayList<>();
    for (JsonNode line : json.path("lines")) {
      lines.add(
          new Line(
              line.path("sku").asText(),
              line.path("quantity").asInt(),
              new BigDecimal(line.path("unitPrice").asText())));
    }
    return new Reservation(UUID.fromString(json.path("id").asText()), lines);
  }

  private String detail(HttpResponse<byte[]> response) {
    return calls.json(response).path("detail").asText("The warehouse cannot reserve this.");
  }
}
