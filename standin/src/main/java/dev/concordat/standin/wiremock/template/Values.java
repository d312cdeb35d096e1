package dev.concordat.standin.wiremock.template;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// JSON as maps, lists and plain values, which is all that templates can look into; and back.
final class Values {
  private Values() {}

  /// A map that shows as JSON.
  static final class JsonMap extends LinkedHashMap<String, @Nullable Object> {
    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
      return PrettyJson.of(json(this));
    }
  }

  /// A list that shows as JSON, on one line.
  static final class JsonList extends ArrayList<@Nullable Object> {
    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
      return json(this).toString();
    }
  }

  /// Values of a header or parameter: shows as the first.
  static final class Several extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    Several(List<String> values) {
      super(values);
    }

    @Override
    public String toString() {
      return isEmpty() ? "" : getFirst();
    }
  }

  static @Nullable Object java(JsonValue value) {
    return switch (value) {
      case JsonNull ignored -> null;
      case JsonBoolean(boolean is) -> is;
      case JsonString(String text) -> text;
      case JsonNumber number -> number(number);
      case JsonArray(List<JsonValue> items) -> {
        var list = new JsonList();
        items.forEach(item -> list.add(java(item)));
        yield list;
      }
      case JsonObject object -> {
        var map = new JsonMap();
        object.members().forEach((name, member) -> map.put(name, java(member)));
        yield map;
      }
    };
  }

  /// As maps and lists that show as Java's do.
  static @Nullable Object plain(JsonValue value) {
    return switch (value) {
      case JsonArray(List<JsonValue> items) -> {
        var list = new ArrayList<@Nullable Object>();
        items.forEach(item -> list.add(plain(item)));
        yield list;
      }
      case JsonObject object -> {
        var map = new LinkedHashMap<String, @Nullable Object>();
        object.members().forEach((name, member) -> map.put(name, plain(member)));
        yield map;
      }
      default -> java(value);
    };
  }

  /// As WireMock has them: whole numbers as they are, others as `double`.
  private static Object number(JsonNumber number) {
    String digits = number.digits();
    boolean isWhole = digits.indexOf('.') < 0 && digits.indexOf('e') < 0 && digits.indexOf('E') < 0;
    if (!isWhole) {
      return Double.valueOf(digits);
    }
    try {
      long value = Long.parseLong(digits);
      if (value == (int) value) {
        return (int) value;
      }
      return value;
    } catch (NumberFormatException tooLong) {
      return new BigDecimal(digits);
    }
  }

  static JsonValue json(@Nullable Object value) {
    return switch (value) {
      case null -> JsonNull.NULL;
      case JsonValue json -> json;
      case Boolean is -> JsonBoolean.of(is);
      case Number number ->
          JsonNumber.isJsonNumber(number.toString())
              ? new JsonNumber(number.toString())
              : new JsonString(number.toString());
      case Several several when several.size() == 1 -> new JsonString(several.getFirst());
      case Map<?, ?> map -> {
        var members = new JsonObject.Builder();
        map.forEach((name, member) -> members.add(String.valueOf(name), json(member)));
        yield members.build();
      }
      case Iterable<?> items -> {
        var list = new ArrayList<JsonValue>();
        items.forEach(item -> list.add(json(item)));
        yield new JsonArray(list);
      }
      default -> new JsonString(value.toString());
    };
  }
}
