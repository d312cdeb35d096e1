package dev.concordat.standin.pact;

import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.problem.DidYouMean;
import dev.concordat.standin.refusal.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The provider states that hold for all requests, and the path by which tests set them.
final class States {
  static final String PATH = "/.concordat/provider-states";

  private final List<String> known;
  private volatile List<String> now = List.of();

  States(List<String> known) {
    this.known = List.copyOf(known);
  }

  List<String> known() {
    return known;
  }

  List<String> now() {
    return now;
  }

  /// The answer to a request that is meant for the states; nothing for others.
  Optional<HttpResponseMessage> answer(HttpRequestMessage request) {
    if (!request.path().equals(PATH)) {
      return Optional.empty();
    }
    return Optional.of(
        switch (request.method()) {
          case "GET" -> told();
          case "PUT" -> put(request);
          case "DELETE" -> {
            now = List.of();
            yield told();
          }
          default -> new Problem(405, "GET, PUT and DELETE are there").response();
        });
  }

  private HttpResponseMessage put(HttpRequestMessage request) {
    if (!(JsonParser.parse(request.body().utf8()).value().orElse(null)
        instanceof JsonArray(List<JsonValue> items))) {
      return new Problem(400, "the body is no list of provider states: [\"an order exists\"]")
          .response();
    }
    List<String> wanted = new ArrayList<>();
    for (JsonValue item : items) {
      String name = item instanceof JsonString(String text) ? text : item.toString();
      if (!known.contains(name)) {
        return new Problem(
                400,
                "no interaction has the provider state '"
                    + name
                    + "'."
                    + DidYouMean.sentence(name, known))
            .response();
      }
      wanted.add(name);
    }
    now = List.copyOf(wanted);
    return told();
  }

  private HttpResponseMessage told() {
    JsonValue names = new JsonArray(now.stream().<JsonValue>map(JsonString::new).toList());
    return new HttpResponseMessage(
        200, List.of(new Header("Content-Type", "application/json")), Bytes.utf8(names.toString()));
  }
}
