package dev.concordat.conform.check;

import dev.concordat.conform.resource.JsonBodies;
import dev.concordat.conform.talk.Exchange;
import dev.concordat.contracts.http.Percent;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.Optional;

/// The id that a request's path ends with, looked for in the answer.
final class AskedId {
  /// Ids stand near the top of what they name.
  private static final int MAX_DEPTH = 8;

  private AskedId() {}

  /// Whether the answer shows it as a value of its own.
  static boolean isShown(Exchange exchange) {
    String path = exchange.sent().path();
    String id = Percent.decode(path.substring(path.lastIndexOf('/') + 1));
    Optional<JsonValue> json = JsonBodies.answered(exchange);
    return json.isPresent()
        ? isIn(json.get(), id, 0)
        : exchange.response().map(response -> response.body().utf8().contains(id)).orElse(false);
  }

  private static boolean isIn(JsonValue value, String id, int depth) {
    return switch (value) {
      case JsonObject object ->
          depth < MAX_DEPTH
              && object.members().values().stream().anyMatch(each -> isIn(each, id, depth + 1));
      case JsonArray array ->
          depth < MAX_DEPTH && array.items().stream().anyMatch(each -> isIn(each, id, depth + 1));
      case JsonString(String text) -> text.equals(id);
      default -> value.toString().equals(id);
    };
  }
}
