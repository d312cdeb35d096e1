package dev.concordat.benchmarks.validation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import java.util.StringJoiner;

/// A schema with messages of about 20 KB made for it: one that keeps it, one with three mistakes near its end.
///
/// @param schema JSON Schema, 2020-12
record Message(String schema, String valid, String invalid) {
  private static final long SEED = 20_261_122;
  private static final int LINES = 60;
  private static final int EVENTS = 85;

  /// @param name `order`, an OpenAPI-like object; or `events`, which uses `unevaluatedProperties`
  static Message of(String name) {
    String valid = name.equals("order") ? order() : events();
    String invalid =
        name.equals("order")
            ? valid
                .replace("\"sku\":\"AB-" + (1000 + LINES - 1) + "\"", "\"sku\":\"ab\"")
                .replace("\"currency\":\"CHF\"", "\"currency\":\"francs\"")
                .replace("\"kind\":\"card\"", "\"kind\":\"cash\"")
            : valid
                .replace("\"orderId\":" + (7_000_000 + EVENTS - 1), "\"orderId\":0")
                .replace("\"batch\":\"", "\"batch\":\"x")
                .replace("\"events\":", "\"surplus\":1,\"events\":");
    return new Message(resource(name + ".json"), valid, invalid);
  }

  private static String order() {
    var random = new Random(SEED);
    var lines = new StringJoiner(",", "[", "]");
    for (int i = 0; i < LINES; i++) {
      lines.add(
          String.format(
              Locale.ROOT,
              "{\"sku\":\"AB-%d\",\"title\":\"Kaffeetasse Zoë Nr. %d, handgemacht\",\"quantity\":%d,"
                  + "\"price\":{\"amount\":%d.%02d,\"currency\":\"EUR\"},\"taxRate\":0.19,"
                  + "\"tags\":[\"kitchen\",\"gift-%d\",\"handmade\"],\"dimensions\":{\"width\":%d.5,\"height\":%d,\"unit\":\"cm\"},"
                  + "\"reservedUntil\":\"2026-11-%02dT%02d:15:00+01:00\",\"gift\":%b}",
              1000 + i,
              i,
              1 + random.nextInt(9),
              random.nextInt(100),
              random.nextInt(100),
              i,
              5 + random.nextInt(20),
              5 + random.nextInt(20),
              1 + random.nextInt(28),
              random.nextInt(24),
              random.nextBoolean()));
    }
    return String.format(
        Locale.ROOT,
        "{\"id\":\"%s\",\"number\":\"ORD-2026-004711\",\"status\":\"CONFIRMED\",\"placedAt\":\"2026-11-22T18:29:11.123Z\","
            + "\"dueOn\":\"2026-12-01\",\"customer\":{\"id\":9007199254740991,\"name\":\"Zoë Müller\",\"email\":\"zoe@example.com\","
            + "\"homepage\":\"https://zoe.shop.example/about?lang=de\",\"addresses\":[%s,%s]},\"lines\":%s,"
            + "\"labels\":{\"channel\":\"web\",\"campaign\":\"autumn\"},\"notes\":null,"
            + "\"total\":{\"amount\":4711.10,\"currency\":\"CHF\"},"
            + "\"payment\":{\"kind\":\"card\",\"last4\":\"4242\",\"expires\":\"09/29\"}}",
        uuid(random),
        address(),
        address(),
        lines);
  }

  private static String address() {
    return "{\"street\":\"Marktplatz 7\",\"city\":\"Köln\",\"postcode\":\"50667\",\"country\":\"DE\","
        + "\"location\":{\"lat\":50.938361,\"lon\":6.959974}}";
  }

  private static String events() {
    var random = new Random(SEED);
    var events = new StringJoiner(",", "[", "]");
    for (int i = 0; i < EVENTS; i++) {
      String kind =
          switch (i % 3) {
            case 0 ->
                String.format(
                    Locale.ROOT,
                    "\"type\":\"orders.confirmed\",\"total\":%d.10,\"currency\":\"EUR\"",
                    i);
            case 1 ->
                String.format(
                    Locale.ROOT,
                    "\"type\":\"orders.shipped\",\"carrier\":\"DHL\",\"tracking\":\"JD%010d\",\"parcels\":2",
                    i);
            default ->
                "\"type\":\"orders.cancelled\",\"reason\":\"the customer changed their mind\"";
          };
      events.add(
          String.format(
              Locale.ROOT,
              "{\"id\":\"%s\",%s,\"time\":\"2026-11-22T18:%02d:11Z\",\"source\":\"/orders/%d\",\"orderId\":%d,"
                  + "\"trace\":\"4bf92f3577b34da6a3ce929d0e0e4736\"}",
              uuid(random),
              kind,
              i % 60,
              i,
              7_000_000 + i));
    }
    return String.format(Locale.ROOT, "{\"batch\":\"%s\",\"events\":%s}", uuid(random), events);
  }

  private static String uuid(Random random) {
    return String.format(
        Locale.ROOT,
        "%08x-%04x-4%03x-a%03x-%012x",
        random.nextInt(),
        random.nextInt(0x10000),
        random.nextInt(0x1000),
        random.nextInt(0x1000),
        random.nextLong() & 0xFFFF_FFFF_FFFFL);
  }

  private static String resource(String name) {
    try (InputStream in = Message.class.getResourceAsStream("/validation/" + name)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
