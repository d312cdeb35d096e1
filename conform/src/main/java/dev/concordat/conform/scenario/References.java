package dev.concordat.conform.scenario;

import dev.concordat.conform.resource.Resource;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Foreign keys in bodies.
final class References {
  private References() {}

  /// The value in which every scalar whose name refers to a resource is the id of one that exists.
  ///
  /// @param resource what a member's name refers to
  /// @param id the id of something of it
  static JsonValue connected(
      JsonValue value,
      Function<String, Optional<Resource>> resource,
      Function<Resource, Optional<JsonValue>> id) {
    return switch (value) {
      case JsonObject object -> {
        JsonObject connected = object;
        for (int i = 0; i < object.size(); i++) {
          String name = object.nameAt(i);
          connected = connected.with(name, member(name, object.valueAt(i), resource, id));
        }
        yield connected;
      }
      case JsonArray array -> {
        List<JsonValue> items = new ArrayList<>();
        array.items().forEach(item -> items.add(connected(item, resource, id)));
        yield new JsonArray(items);
      }
      default -> value;
    };
  }

  private static JsonValue member(
      String name,
      JsonValue value,
      Function<String, Optional<Resource>> resource,
      Function<Resource, Optional<JsonValue>> id) {
    if (!(value instanceof JsonString) && !(value instanceof JsonNumber)) {
      return connected(value, resource, id);
    }
    return resource
        .apply(name)
        .flatMap(id)
        .filter(known -> known.type().equals(value.type()))
        .orElse(value);
  }
}
