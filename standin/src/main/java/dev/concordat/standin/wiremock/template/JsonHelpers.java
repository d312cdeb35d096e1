package dev.concordat.standin.wiremock.template;

import com.github.jknack.handlebars.Helper;
import com.github.jknack.handlebars.Options;
import com.github.jknack.handlebars.TagType;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.standin.wiremock.path.JsonPathExpression;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// WireMock's helpers for JSON.
final class JsonHelpers {
  private JsonHelpers() {}

  static Map<String, Helper<Object>> all() {
    Map<String, Helper<Object>> helpers = new LinkedHashMap<>();
    helpers.put("jsonPath", JsonHelpers::jsonPath);
    helpers.put("parseJson", JsonHelpers::parseJson);
    helpers.put("toJson", (value, options) -> toJson(value));
    helpers.put("formatJson", JsonHelpers::formatJson);
    helpers.put("jsonArrayAdd", JsonHelpers::jsonArrayAdd);
    helpers.put("jsonMerge", JsonHelpers::jsonMerge);
    helpers.put("jsonRemove", JsonHelpers::jsonRemove);
    helpers.put("jsonSort", JsonHelpers::jsonSort);
    return helpers;
  }

  private static Optional<JsonValue> read(@Nullable Object value) {
    return value instanceof CharSequence text
        ? JsonParser.parse(text.toString()).value()
        : Optional.of(Values.json(value));
  }

  private static String notJson(@Nullable Object value) {
    return Failures.text(value + " is not valid JSON");
  }

  private static @Nullable Object jsonPath(@Nullable Object value, Options options) {
    if (value == null) {
      return "";
    }
    Object expression = TextHelpers.parameter(options, 0);
    if (expression == null) {
      return Failures.text("The JSONPath cannot be empty");
    }
    Optional<JsonValue> document = isBody(value, options) ? body(options) : read(value);
    if (document.isEmpty()) {
      return notJson(value);
    }
    Object otherwise = options.hash.get("default");
    return switch (JsonPathExpression.compile(expression.toString())) {
      case JsonPathExpression.Compiled.Bad(String reason) ->
          Failures.text(expression + " is not a valid JSONPath expression");
      case JsonPathExpression.Compiled.Good(var path) -> {
        Object found = path.find(document.get()).map(JsonHelpers::shown).orElse(null);
        yield found == null ? (otherwise == null ? "" : otherwise) : found;
      }
    };
  }

  private static @Nullable Object shown(JsonValue value) {
    return Values.java(value);
  }

  /// The body is parsed once for all helpers that look into it.
  @SuppressWarnings("ReferenceEquality")
  private static boolean isBody(Object value, Options options) {
    return options.data(ResponseTemplate.RENDERING) instanceof Rendering rendering
        && rendering.request().body().text() == value;
  }

  private static Optional<JsonValue> body(Options options) {
    return options.data(ResponseTemplate.RENDERING) instanceof Rendering rendering
        ? rendering.request().body().json()
        : Optional.empty();
  }

  private static @Nullable Object parseJson(@Nullable Object value, Options options)
      throws IOException {
    boolean isBlock = options.tagType == TagType.SECTION;
    Object variable = isBlock ? value : TextHelpers.parameter(options, 0);
    String text = isBlock ? options.fn().toString() : value == null ? "" : value.toString();
    if (!isBlock && value == null) {
      return Failures.text("Missing required JSON string parameter");
    }
    Object parsed =
        text.isBlank()
            ? new LinkedHashMap<>()
            : JsonParser.parse(text).value().map(Values::plain).orElse(null);
    if (parsed == null) {
      return notJson(text);
    }
    if (variable == null) {
      return parsed;
    }
    options.context.data(variable.toString(), parsed);
    return null;
  }

  private static String toJson(@Nullable Object value) {
    return PrettyJson.of(Values.json(value));
  }

  private static Object formatJson(Object value, Options options) throws IOException {
    boolean isBlock = options.tagType == TagType.SECTION;
    String text = TextHelpers.text(value, options);
    Object format = isBlock && value instanceof String named ? named : options.hash.get("format");
    Optional<JsonValue> json = JsonParser.parse(text).value();
    if (json.isEmpty()) {
      return Failures.text(
          "There was an error parsing the json. Please make sure the json is valid");
    }
    return "compact".equals(String.valueOf(format))
        ? json.get().toString()
        : PrettyJson.of(json.get());
  }

  private static Object jsonArrayAdd(Object value, Options options) throws IOException {
    Optional<JsonValue> base = read(value);
    if (!(value instanceof String) || base.isEmpty()) {
      return value instanceof String ? notBase(value) : Failures.text("Base JSON must be a string");
    }
    Object item =
        options.tagType == TagType.SECTION
            ? options.fn().toString()
            : TextHelpers.parameter(options, 0);
    Optional<JsonValue> added =
        item instanceof CharSequence text
            ? JsonParser.parse(text.toString()).value()
            : Optional.empty();
    if (added.isEmpty()) {
      return item instanceof CharSequence
          ? Failures.text("Item-to-add JSON is not valid JSON ('" + item + "')")
          : Failures.text("Item-to-add JSON must be a string");
    }
    Object path = options.hash.get("jsonPath");
    String expression = path == null ? "$" : path.toString();
    if (!(JsonPathExpression.compile(expression)
        instanceof JsonPathExpression.Compiled.Good(var compiled))) {
      return Failures.text("JSONPath expression is invalid ('" + expression + "')");
    }
    if (!(compiled.find(base.get()).orElse(null) instanceof JsonArray(List<JsonValue> items))) {
      return Failures.text(
          "Target JSON is not a JSON array"
              + (path == null ? " ('" + value + "')" : ": " + expression));
    }
    var longer = new ArrayList<>(items);
    if (Boolean.TRUE.equals(options.hash.get("flatten"))
        && added.get() instanceof JsonArray(List<JsonValue> several)) {
      longer.addAll(several);
    } else {
      longer.add(added.get());
    }
    Optional<Integer> most = ListHelpers.whole(options.hash.get("maxItems"));
    if (most.filter(max -> max >= 0 && longer.size() > max).isPresent()) {
      longer.subList(0, longer.size() - most.get()).clear();
    }
    return compiled.replacing(base.get(), new JsonArray(longer)).toString();
  }

  private static String notBase(Object value) {
    return Failures.text("Base JSON is not valid JSON ('" + value + "')");
  }

  private static Object jsonMerge(Object value, Options options) throws IOException {
    if (!(value instanceof String)) {
      return Failures.text("Base JSON parameter must be a string");
    }
    if (!(read(value).orElse(null) instanceof JsonObject base)) {
      return Failures.text("Base JSON is not a JSON object ('" + value + "')");
    }
    Object other =
        options.tagType == TagType.SECTION
            ? options.fn().toString()
            : TextHelpers.parameter(options, 0);
    if (!(other instanceof String)) {
      return Failures.text("JSON to merge must be a string");
    }
    if (!(read(other).orElse(null) instanceof JsonObject added)) {
      return Failures.text("JSON to merge is not a JSON object ('" + other + "')");
    }
    return merged(base, added, Boolean.TRUE.equals(options.hash.get("removeNulls"))).toString();
  }

  private static JsonObject merged(JsonObject base, JsonObject added, boolean removesNulls) {
    Map<String, JsonValue> members = new LinkedHashMap<>(base.members());
    added
        .members()
        .forEach(
            (name, value) -> {
              if (value instanceof JsonObject inner
                  && members.get(name) instanceof JsonObject known) {
                members.put(name, merged(known, inner, removesNulls));
              } else if (removesNulls && value == JsonNull.NULL) {
                members.remove(name);
              } else {
                members.put(name, value);
              }
            });
    return new JsonObject(members);
  }

  private static Object jsonRemove(Object value, Options options) {
    if (!(value instanceof String)) {
      return Failures.text("Input JSON must be a string");
    }
    if (options.params.length != 1) {
      return Failures.text("A single JSONPath expression parameter must be supplied");
    }
    Optional<JsonValue> document = read(value);
    if (document.isEmpty()) {
      return Failures.text("Input JSON string is not valid JSON ('" + value + "')");
    }
    String expression = String.valueOf(options.params[0]);
    return JsonPathExpression.compile(expression)
            instanceof JsonPathExpression.Compiled.Good(var path)
        ? path.without(document.get()).toString()
        : Failures.text("JSONPath parameter is invalid ('" + expression + "')");
  }

  /// Sorts the list that the part of the path before `[*]` leads to by what the rest finds in each item.
  private static Object jsonSort(Object value, Options options) {
    Optional<JsonValue> document = read(value);
    if (document.isEmpty()) {
      return Failures.text("Input JSON string is not valid JSON ('" + value + "')");
    }
    String expression = String.valueOf(options.params.length == 0 ? "$" : options.params[0]);
    int star = expression.indexOf("[*]");
    String list = star < 0 ? expression : expression.substring(0, star);
    String key = "$" + (star < 0 ? "" : expression.substring(star + 3));
    if (!(JsonPathExpression.compile(list) instanceof JsonPathExpression.Compiled.Good(var to))
        || !(JsonPathExpression.compile(key) instanceof JsonPathExpression.Compiled.Good(var by))) {
      return Failures.text("JSONPath parameter is invalid ('" + expression + "')");
    }
    if (!(to.find(document.get()).orElse(null) instanceof JsonArray(List<JsonValue> items))) {
      return Failures.text("JSONPath does not lead to an array ('" + expression + "')");
    }
    Comparator<JsonValue> order =
        (one, other) ->
            compared(by.find(one).orElse(JsonNull.NULL), by.find(other).orElse(JsonNull.NULL));
    boolean isDown = "desc".equals(options.hash.get("order"));
    List<JsonValue> sorted = items.stream().sorted(isDown ? order.reversed() : order).toList();
    return to.replacing(document.get(), new JsonArray(sorted)).toString();
  }

  private static int compared(JsonValue one, JsonValue other) {
    if (one instanceof JsonNumber left
        && other instanceof JsonNumber right
        && left.isTame()
        && right.isTame()) {
      return left.decimal().compareTo(right.decimal());
    }
    String left = one instanceof JsonString(String text) ? text : one.toString();
    String right = other instanceof JsonString(String text) ? text : other.toString();
    return left.compareTo(right);
  }
}
