package dev.concordat.conform.service;

import dev.concordat.conform.service.http.Response;
import dev.concordat.contracts.tree.ParsedJson;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The faults that make the service fall over an input: each is one place where a service forgot something.
final class Crashes {
  private static final int LONG_TEXT = 10_000;
  private static final int SLOW_TEXT = 5_000;
  private static final Duration SLOW = Duration.ofSeconds(3);
  private static final int MAX_NAME = 40;
  private static final int INT_BITS = 31;

  private Crashes() {}

  private static Refusal crash(String what) {
    return Refusal.of(500, "Internal error", what);
  }

  private static boolean is(Call call, Fault fault, String operation) {
    return call.has(fault) && call.operation().equals(operation);
  }

  static void onMediaType(Call call, String given) {
    if (given.isEmpty() && is(call, Fault.CRASH_WITHOUT_MEDIA_TYPE, "putProduct")) {
      throw crash("Cannot invoke \"String.split(String)\" because \"contentType\" is null");
    }
    String lower = given.toLowerCase(Locale.ROOT);
    boolean isJson = MediaTypes.isSame(given, "application/json");
    if (isJson
        && !given.startsWith(lower.substring(0, "application/json".length()))
        && is(call, Fault.MEDIA_TYPE_CASE, "createProduct")) {
      throw Refusal.of(415, "Wrong media type", given);
    }
    if (isJson && given.contains(";") && is(call, Fault.MEDIA_TYPE_PARAMETER, "putDocument")) {
      throw Refusal.of(415, "Wrong media type", given);
    }
  }

  static void onMalformed(Call call, ParsedJson json) {
    if (json.failure().isPresent() && is(call, Fault.CRASH_ON_MALFORMED, "putCustomer")) {
      throw crash("Unexpected character at line 1");
    }
    if (json.failure().isPresent() && is(call, Fault.STACK_TRACE, "createProduct")) {
      throw Refusal.invalid(
          """
          tools.example.json.JsonParseException: Unexpected character
          \tat com.example.workshop.json.Parser.read(Parser.java:118)
          \tat com.example.workshop.products.ProductResource.create(ProductResource.java:41)
          \tat com.example.workshop.http.Dispatcher.dispatch(Dispatcher.java:77)""");
    }
  }

  static void onBody(Call call, JsonObject body) {
    switch (call.operation()) {
      case "createProduct" -> onProduct(call, body);
      case "createCustomer" -> onCustomer(call, body);
      case "createOrder" -> onOrder(call, body);
      case "putDocument" -> onDocument(call, body);
      default -> {}
    }
  }

  private static void onProduct(Call call, JsonObject body) {
    if (isNull(body, "description") && call.has(Fault.EXAMPLE_REFUSED)) {
      throw Refusal.invalid("description must be a string");
    }
  }

  private static void onCustomer(Call call, JsonObject body) {
    String name = text(body, "name");
    if (name.codePoints().anyMatch(c -> c > Character.MAX_VALUE)
        && call.has(Fault.CRASH_ON_UNICODE)) {
      throw crash("Incorrect string value: '\\xF0\\x9F' for column 'name'");
    }
    if (name.codePointCount(0, name.length()) == MAX_NAME && call.has(Fault.CONNECTION_CLOSED)) {
      throw Refusal.of(Response.empty(500).ending(Response.Ending.CLOSED));
    }
    boolean isOtherType =
        body.member("address").filter(address -> !(address instanceof JsonObject)).isPresent();
    if (isOtherType && call.has(Fault.CRASH_ON_OTHER_TYPE)) {
      throw crash("class String cannot be cast to class Map");
    }
  }

  private static void onOrder(Call call, JsonObject body) {
    JsonValue lines = body.member("lines").orElse(JsonNull.NULL);
    if (lines.equals(new JsonArray(List.of())) && call.has(Fault.CRASH_ON_EMPTY_LIST)) {
      throw crash("Index 0 out of bounds for length 0");
    }
    if (isNull(body, "note") && call.has(Fault.CRASH_ON_NULL)) {
      throw crash("Cannot invoke \"String.length()\" because \"note\" is null");
    }
    if (lines instanceof JsonArray list
        && list.items().stream().anyMatch(Crashes::hasBigQuantity)
        && call.has(Fault.CRASH_ON_BIG_NUMBER)) {
      throw crash("For input string: Value out of range");
    }
    if (text(body, "deliverOn").endsWith("-02-29") && call.has(Fault.CRASH_ON_LEAP_DAY)) {
      throw crash("Invalid date 'February 29' as next year is not a leap year");
    }
    if (body.member("payment").orElse(null) instanceof JsonObject payment
        && text(payment, "kind").equals("transfer")
        && call.has(Fault.CRASH_ON_ALTERNATIVE)) {
      throw crash("No handler for TransferPayment");
    }
  }

  private static boolean hasBigQuantity(JsonValue line) {
    return line instanceof JsonObject object
        && object.member("quantity").orElse(null) instanceof JsonNumber quantity
        && (!quantity.isTame() || quantity.decimal().toBigInteger().bitLength() > INT_BITS);
  }

  private static void onDocument(Call call, JsonObject body) {
    int length = text(body, "text").length();
    if (length > LONG_TEXT && call.has(Fault.CRASH_ON_LONG_TEXT)) {
      throw crash("value too long for type character varying(10000)");
    }
    if (length > SLOW_TEXT && call.has(Fault.SLOW_WITH_SIZE)) {
      try {
        Thread.sleep(SLOW);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  static void onQuery(Call call, Query query) {
    boolean isTwice = query.values().getOrDefault("limit", List.of()).size() > 1;
    if (isTwice && call.has(Fault.CRASH_ON_DUPLICATE_QUERY)) {
      throw crash("class ArrayList cannot be cast to class String");
    }
    Optional<String> text = query.values().containsKey("q") ? query.one("q") : Optional.empty();
    if (text.filter(it -> it.contains("'")).isPresent() && call.has(Fault.CRASH_ON_QUOTE)) {
      throw crash(
          "unterminated quoted string at or near \"'%'\": SELECT * FROM products WHERE name");
    }
  }

  static void onDocumentName(Call call) {
    boolean isOdd = !call.last().matches("[A-Za-z0-9_.~-]+");
    if (isOdd && is(call, Fault.CRASH_ON_ODD_NAME, "getDocument")) {
      throw crash("Illegal character in path");
    }
  }

  static void onPrecise(Call call, String precise) {
    if (precise.equals("true") && call.has(Fault.HANG)) {
      throw Refusal.of(Response.empty(500).ending(Response.Ending.HANGING));
    }
  }

  private static boolean isNull(JsonObject body, String member) {
    return body.member(member).filter(value -> value == JsonNull.NULL).isPresent();
  }

  private static String text(JsonObject body, String member) {
    return body.member(member).orElse(null) instanceof JsonString text ? text.value() : "";
  }
}
