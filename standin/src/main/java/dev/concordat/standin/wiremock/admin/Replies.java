package dev.concordat.standin.wiremock.admin;

import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Answers of the administration, errors in the form that WireMock's clients read.
final class Replies {
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final int UNPROCESSABLE = 422;
  private static final int CODE = 10;

  private Replies() {}

  static HttpResponseMessage json(JsonValue body) {
    return json(OK, body);
  }

  static HttpResponseMessage json(int status, JsonValue body) {
    return new HttpResponseMessage(
        status,
        List.of(new Header("Content-Type", "application/json")),
        Bytes.utf8(JsonText.pretty(body)));
  }

  static HttpResponseMessage done() {
    return json(JsonObject.EMPTY);
  }

  static HttpResponseMessage notFound(String what) {
    return errors(NOT_FOUND, List.of(what));
  }

  /// What was asked for is not as it must be, or is not supported.
  static HttpResponseMessage refused(List<String> reasons) {
    return errors(UNPROCESSABLE, reasons);
  }

  static HttpResponseMessage refused(String reason) {
    return refused(List.of(reason));
  }

  static HttpResponseMessage errors(int status, List<String> reasons) {
    var errors = new ArrayList<JsonValue>();
    for (String reason : reasons) {
      var error = new JsonObject.Builder();
      error.add("code", JsonNumber.of(CODE));
      error.add("title", new JsonString(reason));
      error.add("detail", new JsonString(reason));
      errors.add(error.build());
    }
    return json(status, new JsonObject(Map.of("errors", new JsonArray(errors))));
  }

  /// `{"mappings": […], "meta": {"total": 3}}`
  static JsonObject listed(String name, List<? extends JsonValue> items, int total) {
    var all = new JsonObject.Builder();
    all.add(name, new JsonArray(List.copyOf(items)));
    all.add("meta", new JsonObject(Map.of("total", JsonNumber.of(total))));
    return all.build();
  }
}
