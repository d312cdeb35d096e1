package com.example.notify.mail;

import com.example.notify.Faults;
import com.example.notify.mail.Mail.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Turns an order's event into a mail to the customer. */
public final class MailWriter {

  public Mail confirmed(JsonNode event) {
    StringBuilder text =
        new StringBuilder("Dear ")
            .append(customerName(event))
            .append(",\n\nthank you for your order. We are packing:\n");
    for (JsonNode line : event.path("lines")) {
      text.append("  ").append(line.path("quantity").asInt());
      text.append(" x ").append(line.path("sku").asText()).append('\n');
    }
    text.append("Total: ").append(money(event, "total")).append('\n');
    if (event.path("note").isTextual()) {
      text.append("Your note: ").append(event.path("note").asText()).append('\n');
    }
    return mail(Kind.ORDER_CONFIRMED, event, "is confirmed", text.toString());
  }

  public Mail cancelled(JsonNode event) {
    String text =
        "Dear %s,\n\nyour order is cancelled. You get back %s.\n"
            .formatted(customerName(event), money(event, "refunded"));
    return mail(Kind.ORDER_CANCELLED, event, "is cancelled", text);
  }

  private static Mail mail(Kind kind, JsonNode event, String what, String text) {
    return new Mail(
        UUID.randomUUID(),
        kind,
        UUID.fromString(event.path("orderId").asText()),
        event.path("customer").path("email").asText(),
        "Your order " + event.path("number").asText("") + " " + what,
        text,
        Instant.now().truncatedTo(ChronoUnit.MILLIS));
  }

  private static String customerName(JsonNode event) {
    String name = event.path("customer").path("name").asText("customer");
    if (Faults.enabled("notifications-text-escaped")) {
      // One template for the HTML and the text part.
      return name.replace("&", "&amp;").replace("<", "&lt;").replace("'", "&#39;");
    }
    return name;
  }

  private static String money(JsonNode event, String field) {
    BigDecimal amount = event.path(field).decimalValue().setScale(2, RoundingMode.HALF_UP);
    return amount.toPlainString() + " " + event.path("currency").asText("EUR");
  }
}
