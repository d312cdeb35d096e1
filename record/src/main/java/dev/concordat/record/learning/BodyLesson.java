package dev.concordat.record.learning;

import dev.concordat.contracts.http.MediaType;
import dev.concordat.contracts.http.Percent;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.Headers;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.record.shape.Shape;
import dev.concordat.record.shape.Shapes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;

/// What one body teaches: by its media type, its shape where it is JSON or a form.
final class BodyLesson {
  private static final String UNTYPED = "application/octet-stream";

  private BodyLesson() {}

  static NavigableMap<String, Content> of(List<Header> headers, Bytes raw, Bytes shown) {
    if (raw.total() == 0) {
      return Maps.none();
    }
    Optional<MediaType> type = Headers.first(headers, "content-type").flatMap(MediaType::parse);
    String name = type.map(MediaType::essence).orElse(UNTYPED);
    return Maps.one(name, content(type, raw, shown));
  }

  private static Content content(Optional<MediaType> type, Bytes raw, Bytes shown) {
    if (raw.isCut() || type.isEmpty()) {
      return Content.ofUnread();
    }
    if (type.get().isJson()) {
      Optional<JsonValue> value = JsonParser.parse(raw.toArray()).value();
      Optional<JsonValue> clean = JsonParser.parse(shown.toArray()).value();
      return value.isPresent() && clean.isPresent()
          ? Content.read(Shapes.of(value.get(), clean.get()), clean.get())
          : Content.ofUnread();
    }
    if (type.get().isForm()) {
      return Content.read(Shapes.of(form(raw.utf8()), form(shown.utf8())), form(shown.utf8()));
    }
    return type.get().isText() && Bytes.utf8(shown.utf8()).equals(shown)
        ? Content.text(Shape.EMPTY, shown.utf8())
        : Content.ofUnread();
  }

  /// A form as an object: its values are texts, and those of a repeated name a list.
  static JsonObject form(String form) {
    Map<String, List<JsonValue>> values = new LinkedHashMap<>();
    for (String pair : form.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = Percent.decodeForm(equals < 0 ? pair : pair.substring(0, equals));
        String value = equals < 0 ? "" : Percent.decodeForm(pair.substring(equals + 1));
        values.computeIfAbsent(name, none -> new ArrayList<>()).add(new JsonString(value));
      }
    }
    Map<String, JsonValue> members = new LinkedHashMap<>();
    values.forEach(
        (name, all) -> members.put(name, all.size() == 1 ? all.getFirst() : new JsonArray(all)));
    return new JsonObject(members);
  }
}
