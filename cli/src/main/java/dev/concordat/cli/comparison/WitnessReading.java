package dev.concordat.cli.comparison;

import dev.concordat.model.comparison.WitnessMessage;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// Reads messages back from the JSON of reports.
final class WitnessReading {
  private WitnessReading() {}

  /// The message; nothing where the JSON is none.
  static Optional<WitnessMessage> of(JsonValue json) {
    if (!(json instanceof JsonObject object)) {
      return Optional.empty();
    }
    return switch (text(object, "kind")) {
      case "http-request" -> Optional.of(new WitnessMessage.HttpRequest(request(object)));
      case "http-response" ->
          Optional.of(new WitnessMessage.HttpResponse(request(object), response(object)));
      case "message" ->
          Optional.of(
              new WitnessMessage.Message(
                  text(object, "address"), value(object, "headers"), value(object, "payload")));
      case "value" -> Optional.of(new WitnessMessage.Value(value(object, "value")));
      case "encoded" ->
          Optional.of(
              new WitnessMessage.Encoded(
                  bytes(object), value(object, "sent"), value(object, "read")));
      case "graphql" ->
          Optional.of(
              new WitnessMessage.GraphQl(text(object, "document"), value(object, "variables")));
      case "graphql-answer" ->
          Optional.of(
              new WitnessMessage.GraphQlAnswer(
                  text(object, "document"), value(object, "variables"), value(object, "answer")));
      default -> Optional.empty();
    };
  }

  private static HttpRequestMessage request(JsonObject object) {
    JsonObject request = object(object, "request");
    return new HttpRequestMessage(
        text(request, "method"),
        text(request, "target"),
        headers(request),
        bytes(value(request, "body")));
  }

  private static HttpResponseMessage response(JsonObject object) {
    JsonObject response = object(object, "response");
    int status =
        value(response, "status") instanceof JsonNumber number && number.isInteger()
            ? number.decimal().intValue()
            : 0;
    return new HttpResponseMessage(status, headers(response), bytes(value(response, "body")));
  }

  private static List<Header> headers(JsonObject message) {
    return value(message, "headers") instanceof JsonArray(List<JsonValue> items)
        ? items.stream()
            .filter(JsonObject.class::isInstance)
            .map(JsonObject.class::cast)
            .map(header -> new Header(text(header, "name"), text(header, "value")))
            .toList()
        : List.of();
  }

  private static Bytes bytes(JsonValue json) {
    if (!(json instanceof JsonObject object)) {
      return Bytes.EMPTY;
    }
    return object.has("base64")
        ? Bytes.of(Base64.getDecoder().decode(text(object, "base64")))
        : Bytes.utf8(text(object, "text"));
  }

  static JsonObject object(JsonObject object, String name) {
    return value(object, name) instanceof JsonObject found ? found : JsonObject.EMPTY;
  }

  static String text(JsonObject object, String name) {
    return value(object, name) instanceof JsonString(String text) ? text : "";
  }

  static JsonValue value(JsonObject object, String name) {
    return object.member(name).orElse(JsonNull.NULL);
  }
}
