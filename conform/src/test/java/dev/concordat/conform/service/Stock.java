package dev.concordat.conform.service;

import dev.concordat.conform.service.http.Response;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The operation on stock: every way of writing a query.
final class Stock {
  private static final int MAX_SKUS = 5;
  private static final long MOST = 1_000_000;

  private Stock() {}

  static Response get(Call call) {
    checkTenant(call);
    Query query = call.query();
    Optional<String> at = query.one("at");
    at.ifPresent(given -> check(call, "at", Formats.dateTime(), given));
    for (Map.Entry<String, String> member : query.members("range").entrySet()) {
      if (call.has(Fault.DEEP_OBJECT_IGNORED)) {
        continue;
      }
      if (!Set.of("from", "to").contains(member.getKey())) {
        throw Refusal.invalid("range has no " + member.getKey());
      }
      Query.number("range", member.getValue(), 0, MOST);
    }
    Optional<String> precise = query.one("precise");
    if (precise.isPresent() && !Set.of("true", "false").contains(precise.get())) {
      throw Refusal.invalid("precise is neither true nor false");
    }
    Crashes.onPrecise(call, precise.orElse("false"));
    return Call.json(200, new JsonArray(left(call, skus(call, query))));
  }

  private static void checkTenant(Call call) {
    Optional<String> tenant = call.request().header("X-Tenant");
    if (tenant.isEmpty() && call.has(Fault.REQUIRED_HEADER_IGNORED)) {
      return;
    }
    if (tenant.isEmpty() || !tenant.get().matches("[a-z]{2,8}")) {
      throw Refusal.invalid("X-Tenant is absent or not 2 to 8 letters");
    }
  }

  private static List<String> skus(Call call, Query query) {
    Optional<List<String>> skus = query.commas("skus");
    if (skus.isEmpty() && call.has(Fault.REQUIRED_QUERY_IGNORED)) {
      return List.of();
    }
    if (skus.isEmpty() || skus.get().size() > MAX_SKUS) {
      throw Refusal.invalid("skus is absent or has more than " + MAX_SKUS);
    }
    skus.get().forEach(sku -> check(call, "skus", WorkshopShapes.SKU, sku));
    return skus.get();
  }

  private static void check(Call call, String name, Shape shape, String value) {
    String broken = shape.broken(new JsonString(value), call.faults());
    if (!broken.isEmpty()) {
      throw Refusal.invalid(name + " " + broken);
    }
  }

  private static List<JsonValue> left(Call call, List<String> skus) {
    List<JsonValue> entries = new ArrayList<>();
    for (String sku : skus) {
      JsonObject product = call.store().products.getOrDefault(sku, JsonObject.EMPTY);
      entries.add(
          JsonObject.EMPTY
              .with("sku", new JsonString(sku))
              .with("left", product.member("stock").orElse(JsonNumber.of(0))));
    }
    return entries;
  }
}
