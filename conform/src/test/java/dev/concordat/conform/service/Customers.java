package dev.concordat.conform.service;

import dev.concordat.conform.service.Store.Customer;
import dev.concordat.conform.service.http.Response;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The operations on customers.
final class Customers {
  private static final String JSON = "application/json";
  private static final long MOST_ON_A_PAGE = 100;
  private static final Set<String> READ_ONLY = Set.of("id", "createdAt", "credit");

  private Customers() {}

  static Response list(Call call) {
    Query query = call.query();
    boolean isLenient =
        call.has(Fault.QUERY_TYPE_IGNORED)
            && query.one("limit").filter(given -> !Query.isInteger(given)).isPresent();
    long limit = isLenient ? 50 : query.number("limit", 50, 1, MOST_ON_A_PAGE);
    long offset = query.number("offset", 0, 0, 100_000);
    List<JsonObject> own =
        call.store().customers.values().stream()
            .filter(customer -> customer.owner.equals(call.user()) || call.has(Fault.OTHERS_LISTED))
            .map(customer -> customer.body)
            .toList();
    long from = call.has(Fault.PAGES_REPEAT_ITEMS) && offset > 0 ? offset - 1 : offset;
    return Call.json(
        200, Store.page(own, from, call.has(Fault.LIMIT_IGNORED) ? MOST_ON_A_PAGE : limit));
  }

  static Response create(Call call) {
    JsonObject sent = call.parsed(JSON);
    String broken = WorkshopShapes.CUSTOMER.broken(sent, call.faults());
    if (!broken.isEmpty()) {
      if (call.has(Fault.REFUSED_CREATE_STORES)) {
        store(call, placeholder(), "refused");
      }
      throw Refusal.invalid("the body " + broken);
    }
    JsonObject made = store(call, sent, "");
    String path = call.has(Fault.LOCATION_LEADS_NOWHERE) ? "/v1/customer/" : "/v1/customers/";
    return Call.json(201, made).with("Location", path + text(made, "id"));
  }

  private static JsonObject placeholder() {
    return JsonObject.EMPTY
        .with("name", new JsonString("Nobody"))
        .with("email", new JsonString("nobody@example.com"))
        .with("tier", new JsonString("basic"));
  }

  private static JsonObject store(Call call, JsonObject sent, String why) {
    long number = call.store().next();
    String id = Store.id(number);
    JsonValue credit =
        sent.member("credit")
            .filter(given -> call.has(Fault.MASS_ASSIGNMENT) && why.isEmpty())
            .orElse(JsonNumber.of(100));
    JsonObject own =
        JsonObject.EMPTY
            .with("id", new JsonString(id))
            .with("createdAt", new JsonString(Store.time(number)))
            .with("credit", credit);
    JsonObject made = together(own, sent);
    JsonObject kept = call.has(Fault.CREATE_LOSES_MEMBER) ? made.without("website") : made;
    call.store().customers.put(id, new Customer(call.user(), kept));
    return made;
  }

  /// What the service itself knows, then what was sent.
  private static JsonObject together(JsonObject own, JsonObject sent) {
    JsonObject all = JsonObject.EMPTY;
    for (String name : List.of("id", "createdAt", "credit")) {
      all = all.with(name, own.member(name).orElseThrow());
    }
    for (Map.Entry<String, JsonValue> member : sent.members().entrySet()) {
      if (!READ_ONLY.contains(member.getKey())) {
        all = all.with(member.getKey(), member.getValue());
      }
    }
    return all;
  }

  static Response get(Call call) {
    boolean isKnown = call.store().customers.containsKey(call.path().get(1));
    boolean isId =
        WorkshopShapes.ID.broken(new JsonString(call.path().get(1)), call.faults()).isEmpty();
    if (!isKnown && isId && call.has(Fault.UNKNOWN_ID_FOUND)) {
      JsonObject own =
          JsonObject.EMPTY
              .with("id", new JsonString(call.path().get(1)))
              .with("createdAt", new JsonString(Store.time(0)))
              .with("credit", JsonNumber.of(0));
      return Call.json(200, together(own, placeholder()));
    }
    return Call.json(200, find(call, Fault.OTHERS_READABLE).body);
  }

  /// The customer of the path, if it is the user's, or if the fault that forgets to ask is on.
  static Customer find(Call call, Fault... forgets) {
    Customer customer = call.store().customers.get(call.path().get(1));
    if (customer == null) {
      throw Refusal.absent();
    }
    if (!customer.owner.equals(call.user()) && List.of(forgets).stream().noneMatch(call::has)) {
      throw call.has(Fault.EXISTENCE_LEAK) && call.operation().equals("getCustomer")
          ? Refusal.of(403, "Forbidden", "")
          : Refusal.absent();
    }
    return customer;
  }

  static Response put(Call call) {
    Customer customer = find(call, Fault.OTHERS_WRITABLE);
    JsonObject sent = call.parsed(JSON);
    String broken = WorkshopShapes.CUSTOMER.broken(sent, call.faults());
    if (!broken.isEmpty()) {
      if (call.has(Fault.REFUSED_PUT_CHANGES)) {
        takeGoodParts(customer, sent);
      }
      throw Refusal.invalid("the body " + broken);
    }
    JsonObject replaced = together(customer.body, sent);
    if (call.has(Fault.PUT_KEEPS_OLD_MEMBERS)) {
      for (Map.Entry<String, JsonValue> old : customer.body.members().entrySet()) {
        replaced =
            replaced.has(old.getKey()) ? replaced : replaced.with(old.getKey(), old.getValue());
      }
    }
    customer.body = call.has(Fault.PUT_LOSES_MEMBER) ? replaced.without("phone") : replaced;
    return Call.json(200, replaced);
  }

  private static void takeGoodParts(Customer customer, JsonObject sent) {
    for (Map.Entry<String, ObjectShape.Member> member :
        WorkshopShapes.CUSTOMER.members().entrySet()) {
      Optional<JsonValue> given = sent.member(member.getKey());
      if (given.isPresent()
          && !READ_ONLY.contains(member.getKey())
          && member.getValue().shape().broken(given.get(), Set.of()).isEmpty()) {
        customer.body = customer.body.with(member.getKey(), given.get());
      }
    }
  }

  static Response patch(Call call) {
    Customer customer = find(call);
    JsonObject patch = call.body("application/merge-patch+json", WorkshopShapes.CUSTOMER_PATCH);
    JsonObject patched = customer.body;
    if (call.has(Fault.PATCH_REPLACES)) {
      for (String name :
          List.of("birthday", "phone", "website", "newsletter", "interests", "address")) {
        patched = patched.without(name);
      }
    }
    for (Map.Entry<String, JsonValue> member : patch.members().entrySet()) {
      if (member.getValue() != JsonNull.NULL) {
        patched = patched.with(member.getKey(), member.getValue());
      } else if (!call.has(Fault.PATCH_NULL_KEPT)) {
        patched = patched.without(member.getKey());
      }
    }
    customer.body = patched;
    return Call.json(200, patched);
  }

  static Response delete(Call call) {
    Customer customer = find(call, Fault.OTHERS_DELETABLE);
    if (!call.has(Fault.DELETE_DOES_NOTHING)) {
      call.store().customers.remove(call.path().get(1));
      call.store().deletedCustomers.put(call.path().get(1), customer);
    }
    return Response.empty(204);
  }

  private static String text(JsonObject object, String member) {
    return object.member(member).orElseThrow() instanceof JsonString text ? text.value() : "";
  }
}
