package dev.concordat.conform.service;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// What a value must be. Written by hand and not from the description, so that the service judges for itself.
interface Shape {
  /// What is wrong with the value, empty when nothing is.
  String broken(JsonValue value, Set<Fault> faults);

  /// Not checked while the fault is on.
  default Shape unless(Fault fault) {
    return (value, faults) -> faults.contains(fault) ? "" : broken(value, faults);
  }

  /// While the fault is on, the lenient shape is enough.
  default Shape or(Fault fault, Shape lenient) {
    return (value, faults) ->
        faults.contains(fault) && lenient.broken(value, faults).isEmpty()
            ? ""
            : broken(value, faults);
  }

  /// All of them; the first that is broken is told.
  static Shape all(Shape... shapes) {
    return (value, faults) -> {
      for (Shape shape : shapes) {
        String broken = shape.broken(value, faults);
        if (!broken.isEmpty()) {
          return broken;
        }
      }
      return "";
    };
  }

  /// Exactly one of them.
  static Shape oneOf(Shape... shapes) {
    return (value, faults) ->
        List.of(shapes).stream().filter(shape -> shape.broken(value, faults).isEmpty()).count() == 1
            ? ""
            : "is not exactly one of the documented forms";
  }

  /// Or null.
  static Shape nullable(Shape shape) {
    return (value, faults) -> value == JsonNull.NULL ? "" : shape.broken(value, faults);
  }

  static Shape string() {
    return when(JsonValue.class, value -> value instanceof JsonString, "is not a string");
  }

  static Shape nothing() {
    return when(JsonValue.class, value -> value == JsonNull.NULL, "is not null");
  }

  static Shape bool() {
    return when(JsonValue.class, value -> value instanceof JsonBoolean, "is not a boolean");
  }

  static Shape number() {
    return when(JsonValue.class, Shape::isUsableNumber, "is not a number");
  }

  static Shape integer() {
    return when(
        JsonValue.class,
        value -> isUsableNumber(value) && ((JsonNumber) value).isInteger(),
        "is not an integer");
  }

  private static boolean isUsableNumber(JsonValue value) {
    return value instanceof JsonNumber number && number.isTame();
  }

  static Shape minLength(int least) {
    return text(text -> length(text) >= least, "is shorter than " + least);
  }

  static Shape maxLength(int most) {
    return text(text -> length(text) <= most, "is longer than " + most);
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  static Shape pattern(String pattern) {
    Pattern compiled = Pattern.compile(pattern);
    return text(text -> compiled.matcher(text).matches(), "does not match " + pattern);
  }

  static Shape text(Predicate<String> holds, String otherwise) {
    return when(JsonString.class, string -> holds.test(string.value()), otherwise);
  }

  static Shape oneOfTexts(String... texts) {
    return text(List.of(texts)::contains, "is not one of " + List.of(texts));
  }

  static Shape min(String least) {
    return bound(number -> number.compareTo(new BigDecimal(least)) >= 0, "is below " + least);
  }

  static Shape above(String least) {
    return bound(number -> number.compareTo(new BigDecimal(least)) > 0, "is not above " + least);
  }

  static Shape max(String most) {
    return bound(number -> number.compareTo(new BigDecimal(most)) <= 0, "is above " + most);
  }

  static Shape multipleOf(String step) {
    return bound(
        number -> number.remainder(new BigDecimal(step)).signum() == 0,
        "is not a multiple of " + step);
  }

  private static Shape bound(Predicate<BigDecimal> holds, String otherwise) {
    return when(JsonNumber.class, number -> holds.test(number.decimal()), otherwise);
  }

  static Shape list() {
    return when(JsonValue.class, value -> value instanceof JsonArray, "is not a list");
  }

  static Shape minItems(int least) {
    return when(JsonArray.class, list -> list.items().size() >= least, "has less than " + least);
  }

  static Shape maxItems(int most) {
    return when(JsonArray.class, list -> list.items().size() <= most, "has more than " + most);
  }

  static Shape unique() {
    return when(
        JsonArray.class,
        list -> new HashSet<>(list.items()).size() == list.items().size(),
        "has an item twice");
  }

  static Shape items(Shape item) {
    return (value, faults) -> {
      if (value instanceof JsonArray(List<JsonValue> items)) {
        for (JsonValue each : items) {
          String broken = item.broken(each, faults);
          if (!broken.isEmpty()) {
            return "has an item that " + broken;
          }
        }
      }
      return "";
    };
  }

  /// Values of another type are none of its business.
  private static <T extends JsonValue> Shape when(
      Class<T> type, Predicate<T> holds, String otherwise) {
    return (value, faults) ->
        !type.isInstance(value) || holds.test(type.cast(value)) ? "" : otherwise;
  }
}
