package dev.concordat.record;

import dev.concordat.model.exchange.Header;
import java.util.List;

/// The traffic of a small shop.
final class Shop {
  private static final List<Header> BEARER =
      List.of(new Header("Authorization", "Bearer s3cr3t-of-the-shop-1234567"));

  private Shop() {}

  static Traffic traffic() {
    var traffic = new Traffic();
    for (int at = 1; at <= 12; at++) {
      String id = "11111111-1111-4111-8111-0000000000" + (10 + at);
      String status = at % 3 == 0 ? "PENDING" : "CONFIRMED";
      String note = at % 4 == 0 ? "null" : "\"Leave it\"";
      String order =
          """
          {"id":"%s","status":"%s","total":%s,"note":%s,"createdAt":"2026-03-0%dT10:00:00Z",
           "customer":{"name":"Ada Lovelace","email":"ada@shop.example"},
           "lines":[{"sku":"TEA-00%d","quantity":%d,"unitPrice":4.50}]%s}"""
              .formatted(
                  id,
                  status,
                  at == 5 ? "12" : "10.50",
                  note,
                  1 + at % 9,
                  at % 3,
                  at,
                  at % 2 == 0 ? "" : ",\"deliverAt\":\"2027-03-28T09:30:00+02:00\"");
      traffic.call(
          "POST",
          "/orders",
          BEARER,
          """
          {"customer":{"name":"Ada Lovelace","email":"ada@shop.example"},
           "lines":[{"sku":"TEA-00%d","quantity":%d}],"payment":{"cardToken":"tok_visa4242"}}"""
              .formatted(at % 3, at),
          201,
          List.of(new Header("Location", "/orders/" + id), new Header("Date", "now")),
          order);
      traffic.call("GET", "/orders/" + id, BEARER, "", 200, List.of(), order);
      traffic.call(
          "GET",
          at % 2 == 0 ? "/orders?limit=" + at : "/orders?limit=3&status=PENDING",
          BEARER,
          "",
          200,
          List.of(),
          "{\"items\":[" + order + "],\"total\":" + at + "}");
      traffic.call(
          "GET",
          "/items/TEA-00" + at % 3,
          List.of(),
          "",
          200,
          List.of(),
          "{\"sku\":\"TEA-00" + at % 3 + "\",\"available\":" + at + "}");
    }
    traffic.call(
        "GET",
        "/orders/99999999-1111-4111-8111-000000000001",
        BEARER,
        "",
        404,
        List.of(),
        "{\"type\":\"about:blank\",\"title\":\"Not Found\",\"status\":404}");
    traffic.call(
        "GET",
        "/orders/nonsense",
        BEARER,
        "",
        400,
        List.of(),
        "{\"type\":\"about:blank\",\"title\":\"Bad Request\",\"status\":400,\"detail\":\"no uuid\"}");
    traffic.call("GET", "/favicon.ico", "", 404, "");
    return traffic;
  }
}
