package dev.concordat.conform.resource;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// Lists of things in answers: a plain array, or one inside of an envelope.
public final class Listings {
  private static final List<String> ENVELOPES =
      List.of(
          "data",
          "items",
          "content",
          "results",
          "result",
          "values",
          "value",
          "records",
          "list",
          "elements");

  private Listings() {}

  /// The items of a list; nothing where the body is none, or where several lists could be meant.
  public static Optional<List<JsonValue>> items(JsonValue body, Resource resource) {
    if (body instanceof JsonArray array) {
      return Optional.of(array.items());
    }
    if (!(body instanceof JsonObject object)) {
      return Optional.empty();
    }
    Optional<JsonValue> embedded = object.member("_embedded");
    if (embedded.isPresent() && embedded.get() instanceof JsonObject inner) {
      return onlyArray(inner);
    }
    for (String name : object.members().keySet()) {
      boolean isNamed = ENVELOPES.contains(name) || Words.singular(name).equals(resource.name());
      if (isNamed && object.member(name).orElse(null) instanceof JsonArray array) {
        return Optional.of(array.items());
      }
    }
    return onlyArray(object);
  }

  private static Optional<List<JsonValue>> onlyArray(JsonObject object) {
    List<JsonArray> arrays =
        object.members().values().stream()
            .filter(JsonArray.class::isInstance)
            .map(JsonArray.class::cast)
            .toList();
    return arrays.size() == 1 ? Optional.of(arrays.getFirst().items()) : Optional.empty();
  }
}
