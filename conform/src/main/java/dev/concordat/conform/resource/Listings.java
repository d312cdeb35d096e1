package dev.concordat.conform.resource;

import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.text.SchemaShape;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Lists of things in answers: a plain array, or one inside of an envelope.
public final class Listings {
  private static final String EMBEDDED = "_embedded";
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
    Optional<JsonValue> embedded = object.member(EMBEDDED);
    if (embedded.isPresent() && embedded.get() instanceof JsonObject inner) {
      return onlyArray(inner);
    }
    for (String name : object.members().keySet()) {
      if (isNamed(name, resource) && object.member(name).orElse(null) instanceof JsonArray array) {
        return Optional.of(array.items());
      }
    }
    return onlyArray(object);
  }

  /// Whether bodies of a schema are lists of things, by the same signs.
  public static boolean areIn(Schema schema, Resource resource) {
    if (isArray(schema)) {
      return true;
    }
    Map<String, Schema> members = SchemaMembers.of(schema);
    boolean isNamed =
        members.entrySet().stream()
            .filter(each -> isNamed(each.getKey(), resource))
            .anyMatch(each -> isArray(each.getValue()));
    return isNamed
        || hasOneArray(members)
        || Optional.ofNullable(members.get(EMBEDDED))
            .map(SchemaMembers::of)
            .filter(Listings::hasOneArray)
            .isPresent();
  }

  private static boolean hasOneArray(Map<String, Schema> members) {
    return members.values().stream().filter(Listings::isArray).count() == 1;
  }

  private static boolean isArray(Schema schema) {
    Set<String> types = SchemaShape.types(schema);
    return types.contains("array") && !types.contains("object");
  }

  private static boolean isNamed(String name, Resource resource) {
    return ENVELOPES.contains(name) || Words.singular(name).equals(resource.name());
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
