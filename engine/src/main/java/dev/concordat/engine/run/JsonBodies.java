package dev.concordat.engine.run;

import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Bodies and headers as flows see them.
final class JsonBodies {
  private JsonBodies() {}

  /// JSON as JSON, other text as a string, no body as null.
  static JsonValue of(Bytes body) {
    if (body.size() == 0) {
      return JsonNull.NULL;
    }
    return JsonParser.parse(body.toArray()).value().orElseGet(() -> new JsonString(body.utf8()));
  }

  /// The first value of each header, names in small letters.
  static JsonObject headers(List<Header> headers) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    headers.forEach(
        header ->
            members.putIfAbsent(
                header.name().toLowerCase(Locale.ROOT), new JsonString(header.value())));
    return new JsonObject(members);
  }
}
