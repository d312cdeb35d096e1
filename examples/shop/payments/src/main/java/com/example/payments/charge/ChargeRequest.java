package com.example.payments.charge;

import com.example.payments.Faults;
import com.example.payments.json.Input;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** What a caller wants to charge, checked against openapi.yaml. */
public record ChargeRequest(
    UUID orderId, BigDecimal amount, String currency, String cardToken, Instant receivedAt) {

  static final Pattern AMOUNT = Pattern.compile("(0|[1-9][0-9]{0,7})\\.[0-9]{2}");

  private static final Pattern AMOUNT_OF_AT_LEAST_ONE =
      Pattern.compile("[1-9][0-9]{0,7}\\.[0-9]{2}");
  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Pattern CARD_TOKEN = Pattern.compile("tok_[a-z0-9]{4,32}");
  private static final List<String> CURRENCIES = List.of("EUR", "USD", "GBP");
  private static final Set<String> FIELDS =
      Set.of("orderId", "amount", "currency", "cardToken", "description");

  private static final int MAX_DESCRIPTION_LENGTH = 140;

  public static ChargeRequest from(Input body) {
    body.allowOnly(FIELDS);
    String orderId = body.text("orderId", UUID_TEXT, "a UUID");
    Pattern pattern =
        Faults.enabled("payments-small-amounts-refused") ? AMOUNT_OF_AT_LEAST_ONE : AMOUNT;
    String amount = body.text("amount", pattern, "an amount with two decimals, as in 10.10");
    String currency = body.oneOf("currency", CURRENCIES);
    String cardToken = body.text("cardToken", CARD_TOKEN, "a card token (tok_…)");
    if (body.has("description")) {
      int max =
          Faults.enabled("payments-description-unlimited")
              ? Integer.MAX_VALUE
              : MAX_DESCRIPTION_LENGTH;
      body.text("description", 0, max); // For the bank statement; we do not keep it.
    }
    body.check();
    return new ChargeRequest(
        UUID.fromString(orderId), exact(amount), currency, cardToken, Instant.now());
  }

  private static BigDecimal exact(String amount) {
    if (Faults.enabled("payments-amount-float")) {
      return new BigDecimal(Float.parseFloat(amount)).setScale(2, RoundingMode.HALF_UP);
    }
    return new BigDecimal(amount);
  }

  /** Two requests are the same if they would take the same money from the same card. */
  boolean isSameAs(ChargeRequest other) {
    return orderId.equals(other.orderId)
        && amount.equals(other.amount)
        && currency.equals(other.currency)
        && cardToken.equals(other.cardToken);
  }

  boolean isDeclined() {
    return cardToken.startsWith("tok_declined");
  }

  String cardLast4() {
    return "%04d".formatted(Math.floorMod(cardToken.hashCode(), 10_000));
  }
}
