package com.example.shop.orders.order;

import com.example.shop.orders.Faults;
import com.example.shop.orders.http.Problem;
import com.example.shop.orders.json.Input;
import com.example.shop.orders.order.Order.Customer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/** What a customer wants to buy, checked against openapi.yaml. */
public record OrderRequest(
    Customer customer, List<Item> lines, String cardToken, String note, Instant deliverAt) {

  static final int MAX_NOTE_LENGTH = 200;

  private static final Pattern SKU = Pattern.compile("[A-Z]{3}-[0-9]{3}");
  private static final Pattern CARD_TOKEN = Pattern.compile("tok_[a-z0-9]{4,32}");
  private static final Pattern EMAIL =
      Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*");
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

  public record Item(String sku, int quantity) {}

  public static OrderRequest from(Input body) {
    Customer customer = customer(body.object("customer"));
    List<Item> lines =
        body.objects(
            "lines",
            1,
            20,
            line ->
                new Item(
                    line.text("sku", SKU, "three letters, a dash and three digits"),
                    (int) line.integer("quantity", 1, 100)));
    String cardToken =
        body.object("payment").text("cardToken", CARD_TOKEN, "a card token (tok_…)");
    String note = note(body);
    Instant deliverAt = body.has("deliverAt") ? body.instant("deliverAt") : null;
    body.check();
    requireStorable(customer.name());
    requireStorable(note);
    if (deliverAt != null && (deliverAt.isBefore(EARLIEST) || !deliverAt.isBefore(LATEST))) {
      throw new Problem(422, "unprocessable", "We do not deliver in that century.");
    }
    return new OrderRequest(customer, lines, cardToken, note, deliverAt);
  }

  /** The note alone, as {@code PUT /orders/{orderId}/note} takes it. */
  public static String noteFrom(Input body) {
    if (!body.has("note")) {
      body.text("note", 0, MAX_NOTE_LENGTH);
    }
    String note = note(body);
    body.check();
    requireStorable(note);
    return note;
  }

  private static Customer customer(Input customer) {
    String name = customer.text("name", 1, 100);
    String email = customer.text("email", EMAIL, "an e-mail address");
    Long loyaltyNumber = null;
    if (customer.has("loyaltyNumber")) {
      loyaltyNumber = customer.integer("loyaltyNumber", 1, 999_999_999_999_999_999L);
      if (Faults.enabled("orders-loyalty-number-double")) {
        loyaltyNumber = BigDecimal.valueOf(loyaltyNumber.doubleValue()).longValue();
      }
    }
    return new Customer(name, email, loyaltyNumber);
  }

  private static String note(Input body) {
    return body.has("note") && !body.isNull("note") ? body.text("note", 0, MAX_NOTE_LENGTH) : null;
  }

  /** Valid JSON strings that are not text: a NUL or half of a surrogate pair. */
  private static void requireStorable(String text) {
    if (text == null) {
      return;
    }
    boolean storable =
        text.codePoints()
            .noneMatch(
                c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    if (!storable) {
      throw new Problem(422, "unprocessable", "The text has characters that cannot be stored.");
    }
  }
}
