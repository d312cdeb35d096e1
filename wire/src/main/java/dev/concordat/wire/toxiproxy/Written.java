package dev.concordat.wire.toxiproxy;

import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// The members of a request's body.
record Written(JsonObject object) {
  static Written of(byte[] body) throws Refused {
    return new Written(object(parsed(body)));
  }

  static List<Written> list(byte[] body) throws Refused {
    if (parsed(body) instanceof JsonArray(List<JsonValue> items)) {
      for (JsonValue item : items) {
        object(item);
      }
      return items.stream().map(JsonObject.class::cast).map(Written::new).toList();
    }
    throw Refused.bad("bad request body: a list is expected");
  }

  private static JsonValue parsed(byte[] body) throws Refused {
    var parsed = JsonParser.parse(body);
    if (parsed.value().isEmpty()) {
      throw Refused.bad("bad request body: it is not JSON");
    }
    return parsed.value().get();
  }

  private static JsonObject object(JsonValue value) throws Refused {
    if (value instanceof JsonObject object) {
      return object;
    }
    throw Refused.bad("bad request body: an object is expected");
  }

  Optional<String> text(String name) throws Refused {
    Optional<JsonValue> value = object.member(name);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (value.get() instanceof JsonString(String text)) {
      return Optional.of(text);
    }
    throw Refused.bad("bad request body: '" + name + "' is a text");
  }

  String required(String name) throws Refused {
    Optional<String> text = text(name);
    if (text.isEmpty() || text.get().isEmpty()) {
      throw Refused.bad("missing required field: " + name);
    }
    return text.get();
  }

  Optional<Boolean> truth(String name) throws Refused {
    Optional<JsonValue> value = object.member(name);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (value.get() instanceof JsonBoolean(boolean truth)) {
      return Optional.of(truth);
    }
    throw Refused.bad("bad request body: '" + name + "' is true or false");
  }

  Optional<Double> number(String name) throws Refused {
    Optional<JsonValue> value = object.member(name);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (value.get() instanceof JsonNumber number) {
      return Optional.of(Double.parseDouble(number.digits()));
    }
    throw Refused.bad("bad request body: '" + name + "' is a number");
  }

  JsonObject attributes() throws Refused {
    return object(object.member("attributes").orElse(JsonObject.EMPTY));
  }
}
