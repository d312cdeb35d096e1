package dev.concordat.conform.service;

import dev.concordat.conform.service.http.Response;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The operations on products.
final class Products {
  private static final int DELETIONS_TO_A_FORGOTTEN_ONE = 2;
  private static final String JSON = "application/json";
  private static final long MOST_ON_A_PAGE = 50;
  private static final int MAX_TAGS = 3;
  private static final Shape CATEGORIES = Shape.oneOfTexts("tool", "paint", "wood");

  private Products() {}

  static Response list(Call call) {
    Query query = call.query();
    Crashes.onQuery(call, query);
    long limit =
        query.number(
            "limit", 20, 1, call.has(Fault.QUERY_BOUND_IGNORED) ? Long.MAX_VALUE : MOST_ON_A_PAGE);
    long offset = query.number("offset", 0, 0, 100_000);
    Optional<String> category = query.one("category");
    category.ifPresent(given -> check("category", CATEGORIES, given));
    List<String> tags = query.all("tags");
    if (tags.size() > MAX_TAGS) {
      throw Refusal.invalid("tags has more than " + MAX_TAGS);
    }
    tags.forEach(tag -> check("tags", WorkshopShapes.TAG, tag));
    Optional<String> text = query.one("q");
    text.ifPresent(given -> check("q", Shape.all(Shape.minLength(1), Shape.maxLength(50)), given));
    List<JsonObject> found =
        listed(call).stream()
            .filter(
                product ->
                    category.isEmpty()
                        || call.has(Fault.FILTER_IGNORED)
                        || text(product, "category").equals(category.get()))
            .filter(product -> tags.stream().allMatch(tag -> hasTag(product, tag)))
            .filter(product -> text.isEmpty() || text(product, "name").contains(text.get()))
            .toList();
    long from = call.has(Fault.PAGES_LOSE_ITEMS) && offset > 0 ? offset + 1 : offset;
    JsonArray items = Store.page(found, from, Math.min(limit, MOST_ON_A_PAGE));
    JsonObject page =
        JsonObject.EMPTY.with("items", items).with("total", JsonNumber.of(found.size()));
    return Call.json(200, page).with("X-Total-Count", Integer.toString(found.size()));
  }

  private static List<JsonObject> listed(Call call) {
    Store store = call.store();
    List<JsonObject> all = new ArrayList<>();
    store.products.forEach(
        (sku, product) -> {
          if (!store.unlisted.contains(sku)) {
            all.add(product);
          }
        });
    if (call.has(Fault.DELETED_STILL_LISTED)) {
      all.addAll(store.deletedProducts.values());
    }
    return all;
  }

  private static void check(String name, Shape shape, String value) {
    String broken = shape.broken(new JsonString(value), Set.of());
    if (!broken.isEmpty()) {
      throw Refusal.invalid(name + " " + broken);
    }
  }

  private static String text(JsonObject product, String member) {
    return product.member(member).orElseThrow() instanceof JsonString text ? text.value() : "";
  }

  private static boolean hasTag(JsonObject product, String tag) {
    return product.member("tags").orElse(null) instanceof JsonArray tags
        && tags.items().contains(new JsonString(tag));
  }

  static Response create(Call call) {
    JsonObject body = call.body(JSON, WorkshopShapes.PRODUCT);
    String sku = Store.sku(call.store().next());
    JsonObject product = stored(call, sku, body);
    call.store().products.put(sku, product);
    if (call.has(Fault.CREATED_NOT_LISTED)) {
      call.store().unlisted.add(sku);
    }
    return Call.json(201, product).with("Location", "/v1/products/" + sku);
  }

  private static JsonObject stored(Call call, String sku, JsonObject body) {
    JsonObject product = JsonObject.EMPTY.with("sku", new JsonString(sku));
    for (var member : body.without("sku").members().entrySet()) {
      product = product.with(member.getKey(), member.getValue());
    }
    if (call.has(Fault.ENUM_CASE_IGNORED)) {
      product =
          product.with(
              "category", new JsonString(text(product, "category").toLowerCase(Locale.ROOT)));
    }
    return product;
  }

  static Response get(Call call) {
    JsonObject product = find(call);
    if (call.has(Fault.GET_CHANGES_STATE)) {
      call.store().products.put(call.last(), withOneLess(product));
    }
    return Call.json(200, product);
  }

  private static JsonObject withOneLess(JsonObject product) {
    return product.member("stock").orElse(null) instanceof JsonNumber stock
            && stock.decimal().signum() > 0
        ? product.with("stock", JsonNumber.of(stock.decimal().longValue() - 1))
        : product;
  }

  private static JsonObject find(Call call) {
    String sku = call.last();
    JsonObject product = call.store().products.get(sku);
    if (product == null && call.has(Fault.SUFFIX_ON_ID_ACCEPTED)) {
      product =
          call.store().products.entrySet().stream()
              .filter(entry -> sku.startsWith(entry.getKey()))
              .map(Map.Entry::getValue)
              .findFirst()
              .orElse(null);
    }
    if (product == null) {
      throw Refusal.absent();
    }
    return product;
  }

  static Response put(Call call) {
    String sku = call.last();
    if (!WorkshopShapes.SKU.broken(new JsonString(sku), call.faults()).isEmpty()) {
      throw Refusal.absent();
    }
    JsonObject product = stored(call, sku, call.body(JSON, WorkshopShapes.PRODUCT));
    JsonObject before = call.store().products.get(sku);
    if (product.equals(before) && call.has(Fault.PUT_NOT_IDEMPOTENT)) {
      product = withOneMore(product);
    }
    call.store().products.put(sku, product);
    return before == null || call.has(Fault.PUT_SAYS_CREATED)
        ? Call.json(201, product).with("Location", "/v1/products/" + sku)
        : Call.json(200, product);
  }

  private static JsonObject withOneMore(JsonObject product) {
    return product.member("stock").orElse(JsonNumber.of(0)) instanceof JsonNumber stock
        ? product.with("stock", JsonNumber.of(Math.min(999_999, stock.decimal().longValue()) + 1))
        : product;
  }

  static Response delete(Call call) {
    Store store = call.store();
    String sku = call.last();
    JsonObject product = store.products.remove(sku);
    if (product == null) {
      JsonObject deleted = store.deletedProducts.get(sku);
      if (deleted != null && call.has(Fault.RESOURCE_REAPPEARS)) {
        store.products.put(sku, deleted);
      }
      throw Refusal.absent();
    }
    if (call.has(Fault.FLAKY_DELETE) && ++store.deletions % DELETIONS_TO_A_FORGOTTEN_ONE == 0) {
      store.products.put(sku, product);
      return Response.empty(204);
    }
    store.deletedProducts.put(sku, product);
    return Response.empty(204);
  }
}
