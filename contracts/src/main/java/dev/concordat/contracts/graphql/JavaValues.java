package dev.concordat.contracts.graphql;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// JSON as the library takes it: maps, lists, numbers with all their digits.
public final class JavaValues {
  private static final int MAX_INTEGER_DIGITS = 1_000;

  private JavaValues() {}

  /// A value; absent for `null`.
  public static @Nullable Object of(JsonValue value) {
    return switch (value) {
      case JsonNull ignored -> null;
      case JsonBoolean(boolean b) -> b;
      case JsonString(String text) -> text;
      case JsonNumber number -> number(number);
      case JsonArray(List<JsonValue> items) -> {
        List<@Nullable Object> list = new ArrayList<>();
        items.forEach(item -> list.add(of(item)));
        yield list;
      }
      case JsonObject object -> map(object);
    };
  }

  /// The members of an object, in their order.
  // The library says that its maps hold no null, and takes them all the same: a variable may be
  // `null`.
  @SuppressWarnings("NullAway")
  public static Map<String, Object> map(JsonObject object) {
    Map<String, Object> map = new LinkedHashMap<>();
    object.members().forEach((name, member) -> map.put(name, of(member)));
    return map;
  }

  private static Object number(JsonNumber number) {
    if (!number.isTame()) {
      return number.digits();
    }
    boolean isShort = number.decimal().precision() - number.decimal().scale() < MAX_INTEGER_DIGITS;
    return number.isInteger() && isShort ? number.decimal().toBigInteger() : number.decimal();
  }
}
