package dev.concordat.conform.service;

import dev.concordat.conform.service.Store.Customer;
import dev.concordat.conform.service.http.Response;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The operations on the orders of a customer.
final class Orders {
  private static final Set<String> READ_ONLY = Set.of("id", "status", "placedAt");

  private Orders() {}

  static Response list(Call call) {
    Customer customer = Customers.find(call);
    Optional<String> status = call.query().one("status");
    status.ifPresent(
        given -> {
          boolean isKnown = given.equals("OPEN") || given.equals("SHIPPED");
          if (!isKnown && !call.has(Fault.QUERY_ENUM_IGNORED)) {
            throw Refusal.invalid("status is not one of OPEN, SHIPPED");
          }
          if (call.has(Fault.TOLD_UNAUTHENTICATED)) {
            throw Refusal.of(Workshop.unauthenticated("Bearer"));
          }
        });
    // Nobody ships in this workshop.
    boolean isEmpty = status.isPresent() && status.get().equals("SHIPPED");
    List<JsonValue> orders = isEmpty ? List.of() : new ArrayList<>(customer.orders.values());
    return Call.json(200, new JsonArray(orders));
  }

  static Response create(Call call) {
    Customer customer = Customers.find(call);
    Optional<String> key = call.request().header("Idempotency-Key");
    key.ifPresent(
        given -> {
          if (!WorkshopShapes.ID.broken(new JsonString(given), call.faults()).isEmpty()) {
            throw Refusal.invalid("Idempotency-Key is not a UUID");
          }
        });
    JsonObject body = call.body("application/json", WorkshopShapes.ORDER);
    Optional<Store.Placed> before = key.map(customer.placed::get);
    boolean isKept = before.filter(it -> customer.orders.containsKey(it.order())).isPresent();
    if (before.isPresent() && isKept && !call.has(Fault.IDEMPOTENCY_KEY_IGNORED)) {
      if (!before.get().body().equals(body.toString())) {
        throw Refusal.of(409, "Conflict", "the key came with another body before");
      }
      JsonObject kept = customer.orders.getOrDefault(before.get().order(), body);
      return answer(call, kept);
    }
    long number = call.store().next();
    JsonObject order = stored(call, number, body);
    if (!call.has(Fault.CREATE_NOT_STORED)) {
      customer.orders.put(number, order);
    }
    key.ifPresent(given -> customer.placed.put(given, new Store.Placed(body.toString(), number)));
    return answer(call, order);
  }

  private static JsonObject stored(Call call, long number, JsonObject body) {
    JsonObject order =
        JsonObject.EMPTY
            .with("id", JsonNumber.of(number))
            .with("status", new JsonString("OPEN"))
            .with("placedAt", new JsonString(Store.time(number)));
    for (Map.Entry<String, JsonValue> member : body.members().entrySet()) {
      if (!READ_ONLY.contains(member.getKey())) {
        order = order.with(member.getKey(), member.getValue());
      }
    }
    if (call.has(Fault.NULL_ACCEPTED) && order.member("currency").orElseThrow() == JsonNull.NULL) {
      order = order.with("currency", new JsonString("EUR"));
    }
    return call.has(Fault.TYPE_COERCED) ? withNumbers(order) : order;
  }

  private static JsonObject withNumbers(JsonObject order) {
    List<JsonValue> lines = new ArrayList<>();
    for (JsonValue line : ((JsonArray) order.member("lines").orElseThrow()).items()) {
      JsonObject object = (JsonObject) line;
      lines.add(
          object.member("quantity").orElseThrow() instanceof JsonString text
              ? object.with("quantity", new JsonNumber(text.value()))
              : object);
    }
    return order.with("lines", new JsonArray(lines));
  }

  private static Response answer(Call call, JsonObject order) {
    String place = String.join("/", call.path()) + "/" + order.member("id").orElseThrow();
    return Call.json(201, order).with("Location", "/v1/" + place);
  }

  static Response get(Call call) {
    Customer customer = customer(call);
    JsonObject order = order(customer, call.last());
    if (order == null && call.has(Fault.WRONG_PARENT_ACCEPTED)) {
      order =
          call.store().customers.values().stream()
              .filter(other -> other.owner.equals(call.user()))
              .map(other -> order(other, call.last()))
              .filter(found -> found != null)
              .findFirst()
              .orElse(null);
    }
    if (order == null) {
      throw Refusal.absent();
    }
    return Call.json(200, order);
  }

  private static Customer customer(Call call) {
    Customer deleted = call.store().deletedCustomers.get(call.path().get(1));
    return call.has(Fault.ORPHAN_READABLE) && deleted != null && deleted.owner.equals(call.user())
        ? deleted
        : Customers.find(call);
  }

  private static @Nullable JsonObject order(Customer customer, String number) {
    return number.matches("[1-9][0-9]{0,17}") ? customer.orders.get(Long.valueOf(number)) : null;
  }
}
