package com.example.warehouse.stock.item;

import com.example.warehouse.stock.http.Problem;
import com.example.warehouse.stock.json.Input;
import com.example.warehouse.stock.json.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.regex.Pattern;

/** Something on a shelf. */
public record Item(
    String sku, String name, BigDecimal unitPrice, int available, String location,
    Instant updatedAt) {

  private static final Pattern PRICE = Pattern.compile("(0|[1-9][0-9]{0,3})\\.[0-9]{2}");
  private static final Pattern LOCATION = Pattern.compile("[A-Z][0-9]{2}-[0-9]{2}");
  private static final int MAX_AVAILABLE = 1_000_000;

  public static Item from(String sku, Input body) {
    String name = body.text("name", 1, 80);
    String price = body.text("unitPrice", PRICE, "an amount with two decimals, as in 10.10");
    int available = (int) body.integer("available", 0, MAX_AVAILABLE);
    String location =
        body.has("location") ? body.text("location", LOCATION, "a shelf, as in A01-17") : null;
    body.check();
    boolean storable =
        name.codePoints()
            .noneMatch(
                c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    if (!storable) {
      throw new Problem(422, "unprocessable", "The name has characters that cannot be stored.");
    }
    return new Item(sku, name, new BigDecimal(price), available, location, Instant.now());
  }

  public ObjectNode json() {
    ObjectNode json =
        Json.object()
            .put("sku", sku)
            .put("name", name)
            .put("unitPrice", unitPrice.toPlainString())
            .put("available", available);
    if (location != null) {
      json.put("location", location);
    }
    return json.put("updatedAt", updatedAt.toString());
  }
}
