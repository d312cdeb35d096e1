package com.example.payments.charge;

import com.example.payments.Faults;
import com.google.gson.JsonObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** Money taken from a card. */
public record Charge(
    UUID id,
    UUID orderId,
    BigDecimal amount,
    String currency,
    String cardLast4,
    BigDecimal refunded,
    Instant createdAt) {

  public Charge refundedBy(BigDecimal more) {
    return new Charge(
        id, orderId, amount, currency, cardLast4, refunded.add(more), createdAt);
  }

  public BigDecimal refundable() {
    return amount.subtract(refunded);
  }

  private String status() {
    if (refunded.signum() == 0) {
      return "captured";
    }
    return refundable().signum() == 0 ? "refunded" : "partially_refunded";
  }

  public JsonObject json() {
    JsonObject json = new JsonObject();
    json.addProperty("id", id.toString());
    json.addProperty("orderId", orderId.toString());
    json.addProperty("amount", amount.toPlainString());
    json.addProperty("currency", currency);
    json.addProperty("status", status());
    json.addProperty("refunded", refunded.toPlainString());
    if (!Faults.enabled("payments-last4-dropped")) {
      json.addProperty("cardLast4", cardLast4);
    }
    json.addProperty("createdAt", createdAt.toString());
    return json;
  }
}
