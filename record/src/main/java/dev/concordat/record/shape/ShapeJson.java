package dev.concordat.record.shape;

import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// Shapes as JSON and back, so that a later recording goes on where this one ended. What is zero or absent is left out.
public final class ShapeJson {
  private ShapeJson() {}

  /// The shape as JSON.
  public static JsonObject write(Shape shape) {
    Map<String, JsonValue> json = new LinkedHashMap<>();
    put(json, "seen", shape.seen());
    put(json, "nulls", shape.nulls());
    put(json, "booleans", shape.booleans());
    put(json, "unread", shape.unread());
    if (shape.numbers().count() > 0) {
      json.put("numbers", write(shape.numbers()));
    }
    if (shape.texts().count() > 0) {
      json.put("texts", write(shape.texts()));
    }
    shape.items().ifPresent(items -> json.put("items", write(items)));
    shape.objects().ifPresent(objects -> json.put("objects", write(objects)));
    return new JsonObject(json);
  }

  private static JsonObject write(Numbers numbers) {
    Map<String, JsonValue> json = new LinkedHashMap<>();
    put(json, "integers", numbers.integers());
    put(json, "decimals", numbers.decimals());
    put(json, "bits", numbers.bits());
    if (numbers.decimals() > 0) {
      json.put("leastScale", JsonNumber.of(numbers.leastScale()));
      put(json, "mostScale", numbers.mostScale());
    }
    return new JsonObject(json);
  }

  /// Texts as JSON.
  public static JsonObject write(Texts texts) {
    Map<String, JsonValue> json = new LinkedHashMap<>();
    put(json, "count", texts.count());
    put(json, "hidden", texts.hidden());
    put(json, "empties", texts.empties());
    Map<String, JsonValue> forms = new LinkedHashMap<>();
    texts.forms().forEach((form, count) -> put(forms, form.name(), count));
    if (!forms.isEmpty()) {
      json.put("forms", new JsonObject(forms));
    }
    if (texts.values().isOpen()) {
      json.put("open", JsonBoolean.of(true));
    }
    Map<String, JsonValue> values = new LinkedHashMap<>();
    texts.values().counts().forEach((value, count) -> put(values, value, count));
    if (!values.isEmpty()) {
      json.put("values", new JsonObject(values));
    }
    return new JsonObject(json);
  }

  private static JsonObject write(Items items) {
    Map<String, JsonValue> json = new LinkedHashMap<>();
    put(json, "count", items.count());
    put(json, "longest", items.longest());
    json.put("item", write(items.item()));
    return new JsonObject(json);
  }

  private static JsonObject write(Objects objects) {
    Map<String, JsonValue> kinds = new LinkedHashMap<>();
    objects.kinds().forEach((kind, members) -> kinds.put(kind, write(members)));
    JsonObject json = JsonObject.EMPTY.with("kinds", new JsonObject(kinds));
    return objects.isMixed() ? json.with("mixed", JsonBoolean.of(true)) : json;
  }

  private static JsonObject write(Members members) {
    Map<String, JsonValue> json = new LinkedHashMap<>();
    put(json, "count", members.count());
    Map<String, JsonValue> named = new LinkedHashMap<>();
    members.named().forEach((name, shape) -> named.put(name, write(shape)));
    json.put("named", new JsonObject(named));
    put(json, "keyed", members.keyed());
    if (members.values().seen() > 0) {
      json.put("values", write(members.values()));
    }
    if (members.isCrowded()) {
      json.put("crowded", JsonBoolean.of(true));
    }
    return new JsonObject(json);
  }

  private static void put(Map<String, JsonValue> json, String name, long number) {
    if (number != 0) {
      json.put(name, JsonNumber.of(number));
    }
  }

  /// The shape that {@link #write(Shape)} wrote; what is not understood counts as not seen.
  public static Shape shape(JsonObject json) {
    return new Shape(
        number(json, "seen"),
        number(json, "nulls"),
        number(json, "booleans"),
        object(json, "numbers").map(ShapeJson::numbers).orElse(Numbers.EMPTY),
        object(json, "texts").map(ShapeJson::texts).orElse(Texts.EMPTY),
        object(json, "items").map(ShapeJson::items),
        object(json, "objects").map(ShapeJson::objects),
        number(json, "unread"));
  }

  private static Numbers numbers(JsonObject json) {
    boolean hasDecimals = json.has("decimals");
    return new Numbers(
        number(json, "integers"),
        number(json, "decimals"),
        (int) number(json, "bits"),
        hasDecimals ? (int) number(json, "leastScale") : Integer.MAX_VALUE,
        (int) number(json, "mostScale"));
  }

  /// The texts that {@link #write(Texts)} wrote.
  public static Texts texts(JsonObject json) {
    Map<TextForm, Long> forms = new EnumMap<>(TextForm.class);
    JsonObject written = object(json, "forms").orElse(JsonObject.EMPTY);
    for (TextForm form : TextForm.values()) {
      if (written.has(form.name())) {
        forms.put(form, number(written, form.name()));
      }
    }
    NavigableMap<String, Long> values = new TreeMap<>();
    JsonObject counts = object(json, "values").orElse(JsonObject.EMPTY);
    counts.members().keySet().forEach(value -> values.put(value, number(counts, value)));
    return new Texts(
        number(json, "count"),
        number(json, "hidden"),
        number(json, "empties"),
        forms,
        new Tally(values, json.has("open")));
  }

  private static Items items(JsonObject json) {
    return new Items(
        number(json, "count"),
        number(json, "longest"),
        object(json, "item").map(ShapeJson::shape).orElse(Shape.EMPTY));
  }

  private static Objects objects(JsonObject json) {
    return new Objects(
        all(object(json, "kinds").orElse(JsonObject.EMPTY), ShapeJson::members), json.has("mixed"));
  }

  private static Members members(JsonObject json) {
    return new Members(
        number(json, "count"),
        all(object(json, "named").orElse(JsonObject.EMPTY), ShapeJson::shape),
        number(json, "keyed"),
        object(json, "values").map(ShapeJson::shape).orElse(Shape.EMPTY),
        json.has("crowded"));
  }

  private static <T> NavigableMap<String, T> all(JsonObject json, Function<JsonObject, T> read) {
    NavigableMap<String, T> all = new TreeMap<>();
    json.members()
        .forEach(
            (name, value) -> {
              if (value instanceof JsonObject object) {
                all.put(name, read.apply(object));
              }
            });
    return all;
  }

  private static Optional<JsonObject> object(JsonObject json, String name) {
    return json.member(name).filter(JsonObject.class::isInstance).map(JsonObject.class::cast);
  }

  private static long number(JsonObject json, String name) {
    return json.member(name)
        .filter(value -> value instanceof JsonNumber number && number.isTame())
        .map(value -> ((JsonNumber) value).decimal().longValue())
        .orElse(0L);
  }
}
