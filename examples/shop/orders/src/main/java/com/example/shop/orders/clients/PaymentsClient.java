package com.example.shop.orders.clients;

import com.example.shop.orders.Faults;
import com.example.shop.orders.http.Problem;
import com.example.shop.orders.http.Trace;
import com.example.shop.orders.json.Json;
import com.example.shop.orders.order.Order;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;

/** The {@code payments} service: takes money, and gives it back. */
public final class PaymentsClient {

  private final HttpCalls calls;

  /** The customer's bank said no. */
  public static final class Declined extends Exception {
    Declined(String reason) {
      super(reason, null, false, false);
    }
  }

  public PaymentsClient(String baseUrl) {
    this.calls = new HttpCalls("payments", baseUrl, true);
  }

  /** Returns the id of the charge. Retried once: the key makes that safe. */
  public UUID charge(Order order, String cardToken, Trace trace) throws Declined {
    ObjectNode body =
        Json.object()
            .put("orderId", order.id().toString())
            .put("amount", order.total().toPlainString())
            .put("currency", order.currency())
            .put("cardToken", cardToken)
            .put("description", "Order " + order.number());
    HttpResponse<byte[]> response;
    try {
      response = postCharge("order-" + order.id(), body, trace);
    } catch (Problem firstTry) {
      String key =
          Faults.enabled("orders-retry-with-new-key")
              ? "order-" + UUID.randomUUID()
              : "order-" + order.id();
      response = postCharge(key, body, trace);
    }
    return switch (response.statusCode()) {
      case 200, 201 -> UUID.fromString(calls.json(response).path("id").asText());
      case 402 -> throw new Declined(calls.json(response).path("detail").asText("declined"));
      default -> throw calls.unexpected(response);
    };
  }

  public void refund(Order order, Trace trace) {
    ObjectNode body =
        Json.object()
            .put("amount", order.total().toPlainString())
            .put("reason", "requested_by_customer")
            .put("note", "Order " + order.number() + " was cancelled");
    String path = "/charges/" + order.chargeId() + "/refunds";
    HttpResponse<byte[]> response =
        calls.send(HttpCalls.post(calls.request(path, trace), body).build());
    if (response.statusCode() != 201) {
      throw calls.unexpected(response);
    }
  }

  private HttpResponse<byte[]> postCharge(String key, ObjectNode body, Trace trace) {
    HttpRequest.Builder request = calls.request("/charges", trace).header("Idempotency-Key", key);
    return calls.send(HttpCalls.post(request, body).build());
  }
}
