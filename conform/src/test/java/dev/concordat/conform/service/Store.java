package dev.concordat.conform.service;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Everything the service knows. Ids and times follow from how many there were before, so two runs see the same.
final class Store {
  private static final Instant FIRST = Instant.parse("2026-03-01T08:00:00Z");

  final Map<String, JsonObject> products = new LinkedHashMap<>();
  final Map<String, Customer> customers = new LinkedHashMap<>();
  final Map<String, Document> documents = new HashMap<>();

  // Only faults look at these.
  final Map<String, JsonObject> deletedProducts = new LinkedHashMap<>();
  final Map<String, Customer> deletedCustomers = new HashMap<>();
  final Set<String> unlisted = new HashSet<>();
  int reads;
  int orderReads;
  int stockReads;
  int deletions;

  private long made;

  /// A customer with the orders.
  static final class Customer {
    final String owner;
    JsonObject body;
    final Map<Long, JsonObject> orders = new LinkedHashMap<>();
    final Map<String, Placed> placed = new HashMap<>();

    Customer(String owner, JsonObject body) {
      this.owner = owner;
      this.body = body;
    }
  }

  /// What an idempotency key did.
  record Placed(String body, long order) {}

  /// A document with its entity tag.
  record Document(JsonObject body, String tag) {}

  long next() {
    return ++made;
  }

  static String sku(long number) {
    return "WRK-" + (1000 + number);
  }

  static String id(long number) {
    return UUID.nameUUIDFromBytes(Long.toString(number).getBytes(StandardCharsets.UTF_8))
        .toString();
  }

  static String time(long number) {
    return FIRST.plusSeconds(number).toString();
  }

  static JsonArray page(List<JsonObject> all, long offset, long limit) {
    return new JsonArray(
        all.stream().skip(offset).limit(limit).map(each -> (JsonValue) each).toList());
  }
}
