package dev.concordat.registry.migration;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads members of resources of a broker; what is not of the wanted kind counts as absent.
final class Resource {
  private Resource() {}

  static Optional<JsonValue> at(JsonObject object, String... names) {
    Optional<JsonValue> at = Optional.of(object);
    for (String name : names) {
      at = at.filter(JsonObject.class::isInstance).flatMap(it -> ((JsonObject) it).member(name));
    }
    return at.filter(it -> !it.type().equals("null"));
  }

  static Optional<String> text(JsonObject object, String... names) {
    return at(object, names).orElse(JsonObject.EMPTY) instanceof JsonString(String text)
        ? Optional.of(text)
        : Optional.empty();
  }

  static boolean isTrue(JsonObject object, String name) {
    return object.member(name).orElse(JsonObject.EMPTY) instanceof JsonBoolean(boolean value)
        && value;
  }

  /// A time as ISO 8601 writes it; anything else counts as absent.
  static Optional<String> moment(JsonObject object, String name) {
    return text(object, name).filter(Resource::isMoment);
  }

  private static boolean isMoment(String text) {
    try {
      return OffsetDateTime.parse(text).getYear() > 0;
    } catch (DateTimeException _) {
      return false;
    }
  }

  static List<JsonObject> list(JsonObject object, String... names) {
    List<JsonObject> found = new ArrayList<>();
    if (at(object, names).orElse(JsonObject.EMPTY) instanceof JsonArray(var items)) {
      for (JsonValue item : items) {
        if (item instanceof JsonObject one) {
          found.add(one);
        }
      }
    }
    return found;
  }

  /// The names of embedded resources.
  static List<String> names(JsonObject object, String embedded) {
    return list(object, "_embedded", embedded).stream()
        .flatMap(item -> text(item, "name").stream())
        .toList();
  }

  /// Where a resource is, as it says itself.
  static String self(JsonObject object) {
    return text(object, "_links", "self", "href").orElse("");
  }

  /// Some members of one, where they are there.
  static JsonObject only(JsonObject object, String... names) {
    JsonObject.Builder some = new JsonObject.Builder();
    for (String name : names) {
      at(object, name).ifPresent(value -> some.add(name, value));
    }
    return some.build();
  }
}
