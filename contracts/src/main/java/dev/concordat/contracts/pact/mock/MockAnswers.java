package dev.concordat.contracts.pact.mock;

import dev.concordat.contracts.pact.ExpectedResponse;
import dev.concordat.contracts.pact.Mismatch;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/// What a mock answers.
public final class MockAnswers {
  private static final int REFUSED_STATUS = 500;

  private MockAnswers() {}

  /// The response of an interaction as a message.
  public static HttpResponseMessage of(ExpectedResponse response) {
    var headers = new ArrayList<Header>();
    response
        .headers()
        .forEach((name, values) -> values.forEach(value -> headers.add(new Header(name, value))));
    boolean hasType =
        headers.stream().anyMatch(header -> header.name().equalsIgnoreCase("content-type"));
    if (!hasType && !response.bodyType().isEmpty()) {
      headers.add(new Header("Content-Type", response.bodyType()));
    }
    return new HttpResponseMessage(response.status(), headers, response.body().bytes());
  }

  static HttpResponseMessage refusal(Reception reception) {
    List<JsonValue> mismatches =
        reception instanceof Reception.Differing differing
            ? differing.mismatches().stream().map(MockAnswers::json).toList()
            : List.of();
    JsonObject body =
        JsonObject.EMPTY
            .with("error", new JsonString(reception.told()))
            .with("mismatches", new JsonArray(mismatches));
    return new HttpResponseMessage(
        REFUSED_STATUS,
        List.of(new Header("Content-Type", "application/json")),
        Bytes.utf8(JsonText.pretty(body)));
  }

  private static JsonValue json(Mismatch mismatch) {
    return JsonObject.EMPTY
        .with("part", new JsonString(mismatch.part().label()))
        .with("path", new JsonString(mismatch.path()))
        .with("expected", new JsonString(mismatch.expected()))
        .with("actual", new JsonString(mismatch.actual()))
        .with("rule", new JsonString(mismatch.rule()))
        .with("message", new JsonString(mismatch.message()))
        .with("place", new JsonString(mismatch.place().shortForm()));
  }
}
