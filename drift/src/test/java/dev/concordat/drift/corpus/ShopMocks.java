package dev.concordat.drift.corpus;

import dev.concordat.model.finding.DriftRules;
import dev.concordat.model.finding.Rule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Mocks of {@link Shop}: true ones, and ones that lie in one thing each.
public final class ShopMocks {
  private static final String ORDER =
      """
      {"id": 17, "revision": "11111111-1111-4111-8111-111111111111", "state": "OPEN", "total": 20.2,
       "currency": "EUR", "paid": true, "placedOn": "2026-02-27", "readAt": "2025-12-24T18:00:00Z",
       "customer": {"name": "Zoë", "email": "zoe@example.org"}, "lines": [{"sku": "A1", "quantity": 2}]}"""
          .replace("\n", "");

  private static final PlainMock GET_ORDER = PlainMock.get("get an order", "/orders/17", ORDER);
  private static final PlainMock LIST_ORDERS =
      PlainMock.get(
          "list orders",
          "/orders",
          "[" + ORDER.replace("17", "19") + "," + ORDER + "," + ORDER.replace("17", "18") + "]");
  private static final PlainMock PRODUCTS =
      PlainMock.get(
              "list products",
              "/products",
              "{\"items\": [{\"sku\": \"B2\", \"name\": \"Cup\", \"price\": 4, \"tags\": []},"
                  + " {\"sku\": \"A1\", \"name\": \"Tea\", \"price\": 10.1, \"tags\": [\"hot\", \"new\"]}], \"total\": 2}")
          .query("limit", "10");
  private static final PlainMock STATUS =
      PlainMock.get(
              "status",
              "/status",
              "{\"status\": \"UP\", \"version\": \"1.4.2\", \"node\": \"22222222-2222-4222-8222-222222222222\","
                  + " \"at\": \"2020-01-01T00:00:00Z\", \"served\": 3, \"note\": null}")
          .header("Cache-Control", "no-store")
          .header("X-Request-Id", "33333333-3333-4333-8333-333333333333");
  private static final PlainMock REPORT =
      PlainMock.get("report", "/report.csv", "sku,left\nA1,5\n").header("Content-Type", "text/csv");
  private static final PlainMock MISSING =
      PlainMock.get(
              "an order that is not there",
              "/orders/999",
              "{\"type\": \"about:blank\", \"title\": \"Not Found\", \"status\": 404, \"trace\": \"44444444-4444-4444-8444-444444444444\"}")
          .status(404)
          .header("Content-Type", "application/problem+json");
  private static final PlainMock REFUSED =
      PlainMock.get(
              "too many products",
              "/products",
              "{\"type\": \"about:blank\", \"title\": \"Bad Request\", \"status\": 400, \"trace\": \"55555555-5555-4555-8555-555555555555\"}")
          .query("limit", "1000")
          .status(400)
          .header("Content-Type", "application/problem+json");
  private static final PlainMock CREATE =
      new PlainMock(
          "place an order",
          "POST",
          "/orders",
          Map.of(),
          Optional.of("{\"sku\": \"A1\", \"quantity\": 2}"),
          201,
          Map.of("Content-Type", "application/json", "Location", "/orders/17"),
          ORDER);
  private static final PlainMock DELETE =
      new PlainMock(
          "delete an order", "DELETE", "/orders/18", Map.of(), Optional.empty(), 204, Map.of(), "");

  private ShopMocks() {}

  /// By what a lie can be seen.
  public enum By {
    CONTRACT,
    PROVIDER
  }

  /// A mock that lies in one thing.
  public record Lying(
      PlainMock mock, Rule rule, String pointer, Set<By> seenBy, boolean isByPacts) {}

  /// What the provider would answer, but for ids, times, counters and order.
  public static List<PlainMock> trueOnes() {
    return List.of(
        GET_ORDER, LIST_ORDERS, PRODUCTS, STATUS, REPORT, MISSING, REFUSED, CREATE, DELETE);
  }

  private static Lying lie(
      String name, PlainMock mock, Rule rule, String pointer, Set<By> seenBy, boolean isByPacts) {
    return new Lying(mock.named(name), rule, pointer, seenBy, isByPacts);
  }

  private static Lying both(String name, PlainMock mock, Rule rule, String pointer) {
    return lie(name, mock, rule, pointer, Set.of(By.CONTRACT, By.PROVIDER), true);
  }

  private static Lying contract(String name, PlainMock mock, Rule rule, String pointer) {
    return lie(name, mock, rule, pointer, Set.of(By.CONTRACT), true);
  }

  private static Lying provider(String name, PlainMock mock, Rule rule, String pointer) {
    return lie(name, mock, rule, pointer, Set.of(By.PROVIDER), true);
  }

  private static Lying notPacts(String name, PlainMock mock, Rule rule, String pointer) {
    return lie(name, mock, rule, pointer, Set.of(By.CONTRACT, By.PROVIDER), false);
  }

  /// The lies.
  public static List<Lying> lies() {
    return List.of(
        both(
            "an operation that is gone",
            GET_ORDER.path("/clients"),
            DriftRules.UNKNOWN_OPERATION,
            "path"),
        contract(
            "a method that is gone", CREATE.method("PUT"), DriftRules.METHOD_NOT_ALLOWED, "method"),
        both(
            "a limit that is refused",
            PRODUCTS.query("limit", "500"),
            DriftRules.REQUEST_REFUSED,
            ""),
        contract(
            "a body that is refused", CREATE.sent("{\"sku\": 5}"), DriftRules.REQUEST_REFUSED, ""),
        both("another success", GET_ORDER.status(202), DriftRules.WRONG_STATUS, "status"),
        provider(
            "a limit said to be refused",
            REFUSED.query("limit", "9"),
            DriftRules.WRONG_STATUS,
            "status"),
        both(
            "another media type",
            STATUS.header("Content-Type", "text/html"),
            DriftRules.WRONG_MEDIA_TYPE,
            "content-type"),
        notPacts("no JSON at all", GET_ORDER.body("the order 17"), DriftRules.MALFORMED_BODY, ""),
        notPacts(
            "an error of another form",
            MISSING.body("{\"error\": \"no such order\"}"),
            DriftRules.WRONG_ERROR_SHAPE,
            ""),
        notPacts(
            "a field forgotten",
            GET_ORDER.change("\"paid\": true, ", ""),
            DriftRules.MISSING_FIELD,
            "/paid"),
        notPacts(
            "a field inside forgotten",
            GET_ORDER.change(", \"email\": \"zoe@example.org\"", ""),
            DriftRules.MISSING_FIELD,
            "/customer/email"),
        notPacts(
            "a field of items forgotten",
            PRODUCTS.change("\"name\": \"Tea\", ", ""),
            DriftRules.MISSING_FIELD,
            "/items/*/name"),
        both(
            "a field invented",
            GET_ORDER.change("\"paid\": true", "\"paid\": true, \"discount\": 5"),
            DriftRules.EXTRA_FIELD,
            "/discount"),
        both(
            "a field that is forbidden",
            PRODUCTS.change("\"total\": 2", "\"total\": 2, \"page\": 1"),
            DriftRules.EXTRA_FIELD,
            "/page"),
        both(
            "an old name",
            GET_ORDER.change("\"name\": \"Zoë\"", "\"name\": \"Zoë\", \"fullName\": \"Zoë\""),
            DriftRules.EXTRA_FIELD,
            "/customer/fullName"),
        both(
            "a number as text",
            GET_ORDER.change("20.2", "\"20.2\""),
            DriftRules.WRONG_TYPE,
            "/total"),
        both(
            "a truth as text", GET_ORDER.change("true", "\"yes\""), DriftRules.WRONG_TYPE, "/paid"),
        both(
            "a list as an object",
            GET_ORDER.change("[{\"sku\": \"A1\", \"quantity\": 2}]", "{\"sku\": \"A1\"}"),
            DriftRules.WRONG_TYPE,
            "/lines"),
        contract(
            "a word that is no more",
            GET_ORDER.change("OPEN", "PENDING"),
            DriftRules.VALUE_OUT_OF_ENUM,
            "/state"),
        contract(
            "a currency that never was",
            LIST_ORDERS.change("EUR", "Euro"),
            DriftRules.VALUE_OUT_OF_ENUM,
            "/*/currency"),
        both(
            "a date written otherwise",
            GET_ORDER.change("2026-02-27", "27.02.2026"),
            DriftRules.WRONG_FORMAT,
            "/placedOn"),
        both(
            "a moment without its time",
            GET_ORDER.change("2025-12-24T18:00:00Z", "2025-12-24"),
            DriftRules.WRONG_FORMAT,
            "/readAt"),
        both(
            "a number for an id",
            STATUS.change("22222222-2222-4222-8222-222222222222", "node-7"),
            DriftRules.WRONG_FORMAT,
            "/node"),
        contract(
            "a code out of its pattern",
            PRODUCTS.change("\"A1\"", "\"a-1\""),
            DriftRules.VALUE_NOT_ALLOWED,
            "/items/*/sku"),
        lie(
            "a header forgotten",
            STATUS.without("Cache-Control"),
            DriftRules.MISSING_HEADER,
            "header:Cache-Control",
            Set.of(By.CONTRACT),
            false),
        provider(
            "a header that never comes",
            STATUS.header("X-Region", "north"),
            DriftRules.WRONG_HEADER,
            "header:X-Region"),
        provider(
            "a header with another value",
            STATUS.header("Cache-Control", "max-age=60"),
            DriftRules.WRONG_HEADER,
            "header:Cache-Control"),
        provider(
            "a version that is old",
            STATUS.change("1.4.2", "1.3.9"),
            DriftRules.STALE_VALUE,
            "/version"),
        provider(
            "a price that is old",
            PRODUCTS.change("\"price\": 4", "\"price\": 5"),
            DriftRules.STALE_VALUE,
            "/items/*/price"),
        provider(
            "the id of another order",
            GET_ORDER.change("\"id\": 17", "\"id\": 71"),
            DriftRules.STALE_VALUE,
            "/id"));
  }
}
