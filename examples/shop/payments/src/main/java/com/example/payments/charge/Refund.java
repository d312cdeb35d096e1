package com.example.payments.charge;

import com.example.payments.Faults;
import com.google.gson.JsonObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** Money given back. */
public record Refund(
    UUID id, UUID chargeId, BigDecimal amount, String reason, String note, Instant createdAt) {

  enum Status {
    SUCCEEDED;

    String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public JsonObject json() {
    Status status = Status.SUCCEEDED;
    JsonObject json = new JsonObject();
    json.addProperty("id", id.toString());
    json.addProperty("chargeId", chargeId.toString());
    json.addProperty("amount", amount.toPlainString());
    json.addProperty(
        "status",
        Faults.enabled("payments-refund-status-name") ? status.name() : status.wireName());
    json.addProperty("reason", reason);
    if (note != null) {
      json.addProperty("note", note);
    }
    json.addProperty("createdAt", createdAt.toString());
    return json;
  }
}
