package dev.concordat.contracts.har;

import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// What requests and responses of an archive have in common.
final class MessageJson {
  /// Archives ask for a version; which one it was is not kept.
  static final JsonString HTTP_VERSION = new JsonString("HTTP/1.1");

  /// What archives write where a size is not known.
  static final long UNKNOWN_SIZE = -1;

  private MessageJson() {}

  static JsonArray headers(List<Header> headers) {
    return new JsonArray(
        headers.stream()
            .<JsonValue>map(header -> nameAndValue(header.name(), header.value()))
            .toList());
  }

  static JsonObject nameAndValue(String name, String value) {
    return JsonObject.EMPTY.with("name", new JsonString(name)).with("value", new JsonString(value));
  }

  /// The cookie `name=value`, whatever attributes follow.
  static Optional<JsonValue> cookie(String text) {
    String pair = text.split(";", 2)[0].strip();
    int sign = pair.indexOf('=');
    return sign <= 0
        ? Optional.empty()
        : Optional.of(nameAndValue(pair.substring(0, sign), pair.substring(sign + 1)));
  }

  /// The text that has exactly these bytes; empty where there is none.
  static Optional<String> text(Bytes bytes) {
    String text = bytes.utf8();
    return Bytes.utf8(text).equals(bytes) ? Optional.of(text) : Optional.empty();
  }
}
