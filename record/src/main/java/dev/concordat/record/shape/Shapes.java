package dev.concordat.record.shape;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.wire.redaction.Redactor;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// Makes shapes of single values. Of what was taken out as a secret the type is known, and nothing else.
public final class Shapes {
  /// Values that lie deeper are only counted.
  private static final int MAX_DEPTH = 32;

  private static final int MAX_NAME_CHARACTERS = 128;

  /// Members that commonly say of which kind an object is, the most telling first.
  private static final List<String> KIND_MEMBERS =
      List.of(
          "@type",
          "_type",
          "type",
          "kind",
          "eventType",
          "event_type",
          "objectType",
          "object_type",
          "object",
          "event",
          "method",
          "category",
          "variant");

  private static final Redactor REDACTOR = new Redactor();

  private Shapes() {}

  /// The shape of one value.
  public static Shape of(JsonValue value) {
    return of(value, value);
  }

  /// The shape of one value.
  ///
  /// @param raw as it came
  /// @param shown the same without secrets
  public static Shape of(JsonValue raw, JsonValue shown) {
    return of(raw, shown, 0);
  }

  private static Shape of(JsonValue raw, JsonValue shown, int depth) {
    if (depth > MAX_DEPTH) {
      return Shape.UNREAD;
    }
    boolean isHidden = shown instanceof JsonString(String text) && text.contains(Redactor.MARK);
    return switch (raw) {
      case JsonNull ignored -> Shape.NULL;
      case JsonBoolean ignored -> Shape.BOOLEAN;
      case JsonNumber number -> Shape.of(Numbers.of(number));
      case JsonString(String text) -> Shape.of(isHidden ? Texts.HIDDEN : Texts.ofBody(text));
      case JsonArray array when isHidden -> Shape.of(new Items(1, 0, Shape.UNREAD));
      case JsonObject object when isHidden -> Shape.of(Objects.of(Objects.UNTOLD, hiddenMap()));
      case JsonArray(List<JsonValue> items) -> Shape.of(items(items, shown, depth));
      case JsonObject object -> Shape.of(object(object, shown, depth));
    };
  }

  private static Members hiddenMap() {
    return new Members(1, new TreeMap<>(), 1, Shape.UNREAD, false);
  }

  private static Items items(List<JsonValue> raw, JsonValue shown, int depth) {
    List<JsonValue> others = shown instanceof JsonArray(List<JsonValue> all) ? all : List.of();
    Shape item = Shape.EMPTY;
    for (int at = 0; at < raw.size(); at++) {
      JsonValue other = at < others.size() ? others.get(at) : MARKED;
      item = item.merge(of(raw.get(at), other, depth + 1));
    }
    return new Items(1, raw.size(), item);
  }

  private static final JsonString MARKED = new JsonString(Redactor.MARK);

  private static Objects object(JsonObject raw, JsonValue shown, int depth) {
    JsonObject other = shown instanceof JsonObject object ? object : JsonObject.EMPTY;
    var named = new TreeMap<String, Shape>();
    Shape values = Shape.EMPTY;
    long keyed = 0;
    for (int at = 0; at < raw.size(); at++) {
      String name = raw.nameAt(at);
      Shape member = of(raw.valueAt(at), other.member(name).orElse(MARKED), depth + 1);
      if (isValue(name) || !other.has(name)) {
        values = values.merge(member);
        keyed++;
      } else {
        named.put(name, member);
      }
    }
    return Objects.of(kind(other), new Members(1, named, keyed, values, false));
  }

  /// Whether a member's name is a value (as it is when it was taken out as a secret): an id, a date, an address, a secret, a long text.
  private static boolean isValue(String name) {
    return name.length() > MAX_NAME_CHARACTERS
        || TextForm.isSurelyValue(name)
        || !REDACTOR.redact(name).equals(name);
  }

  private static String kind(JsonObject object) {
    for (String name : KIND_MEMBERS) {
      Optional<JsonValue> member = object.member(name);
      if (member.isPresent()
          && member.get() instanceof JsonString(String value)
          && TextForm.of(value).contains(TextForm.WORD)) {
        return name + "=" + value;
      }
    }
    return Objects.UNTOLD;
  }
}
