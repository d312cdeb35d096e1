package dev.concordat.drift.request;

import dev.concordat.contracts.stub.RequestCondition;
import dev.concordat.contracts.stub.RequestPart;
import dev.concordat.contracts.stub.StubRequest;
import dev.concordat.contracts.stub.ValuePattern;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.json.JsonValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Bodies that satisfy what a stub asks of them.
final class BodyMaker {
  private static final Pattern SIMPLE_PATH = Pattern.compile("\\$(?:\\.[A-Za-z_][A-Za-z0-9_-]*)+");

  private final PatternValues values;

  BodyMaker(PatternValues values) {
    this.values = values;
  }

  /// What came of it.
  sealed interface Body {
    /// The body, and its media type where a header does not say it.
    record Of(Bytes bytes, Optional<String> type) implements Body {}

    /// None could be made.
    record None(String reason) implements Body {}
  }

  /// A body that satisfies all conditions.
  ///
  /// @param base a documented example that parts are put into; absent where there is none
  Body of(StubRequest request, Optional<JsonValue> base) {
    List<RequestCondition.On> fields = request.on(RequestPart.FORM_FIELD).toList();
    if (!fields.isEmpty()) {
      return form(fields);
    }
    Body made = new Body.Of(Bytes.EMPTY, Optional.empty());
    JsonValue json = base.orElse(JsonObject.EMPTY);
    boolean isJson = false;
    for (ValuePattern pattern : flat(request)) {
      switch (pattern) {
        case ValuePattern.Json(var expected, var ignored, var ignoresExtra) -> {
          json = ignoresExtra ? merged(json, expected) : expected;
          isJson = true;
        }
        case ValuePattern.JsonPath(String path, var found)
            when SIMPLE_PATH.matcher(path).matches() -> {
          Optional<JsonValue> value =
              found.map(this::json).orElse(Optional.of(new JsonString("a")));
          if (value.isEmpty()) {
            return new Body.None("no value could be made for " + path);
          }
          boolean isThere = found.isEmpty() && at(json, path).isPresent();
          json = isThere ? json : put(json, steps(path), value.get());
          isJson = true;
        }
        case ValuePattern.Binary(Bytes bytes) -> made = new Body.Of(bytes, Optional.empty());
        case ValuePattern.Xml(String xml) ->
            made = new Body.Of(Bytes.utf8(xml), Optional.of("application/xml"));
        case ValuePattern.JsonPath(String path, var ignored) -> {
          return new Body.None("no body could be made for the path " + path);
        }
        case ValuePattern.JsonSchema ignored -> {
          return new Body.None("no body could be made for its schema");
        }
        case ValuePattern.XPath(String path, var ignored) -> {
          return new Body.None("no body could be made for the path " + path);
        }
        case ValuePattern.Other(String operator, var ignored) -> {
          return new Body.None("only its tool knows what " + operator + " accepts");
        }
        case ValuePattern text -> {
          Optional<String> value = values.of(text, Stream.of());
          if (value.isEmpty()) {
            return new Body.None("no body could be made for its pattern");
          }
          made = new Body.Of(Bytes.utf8(value.get()), Optional.empty());
        }
      }
    }
    return isJson
        ? new Body.Of(Bytes.utf8(JsonText.compact(json)), Optional.of("application/json"))
        : made;
  }

  private static List<ValuePattern> flat(StubRequest request) {
    List<ValuePattern> all = new ArrayList<>();
    request
        .on(RequestPart.BODY)
        .map(RequestCondition.On::pattern)
        .forEach(
            pattern -> {
              if (pattern instanceof ValuePattern.AllOf(var parts)) {
                all.addAll(parts);
              } else {
                all.add(pattern);
              }
            });
    return all;
  }

  private Body form(List<RequestCondition.On> fields) {
    List<String> pairs = new ArrayList<>();
    for (RequestCondition.On field : fields) {
      Optional<String> value = values.of(field.pattern(), Stream.of());
      if (value.isEmpty()) {
        return new Body.None("no value could be made for the field " + field.name());
      }
      pairs.add(encoded(field.name()) + "=" + encoded(value.get()));
    }
    return new Body.Of(
        Bytes.utf8(String.join("&", pairs)), Optional.of("application/x-www-form-urlencoded"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /// A value that a pattern accepts: tools compare numbers and booleans by their text.
  private Optional<JsonValue> json(ValuePattern pattern) {
    if (pattern instanceof ValuePattern.Json(var expected, var ignored, var alsoIgnored)) {
      return Optional.of(expected);
    }
    return values.of(pattern, Stream.of()).map(BodyMaker::scalar);
  }

  private static JsonValue scalar(String text) {
    if (JsonNumber.isJsonNumber(text)) {
      return new JsonNumber(text);
    }
    return switch (text) {
      case "true" -> JsonBoolean.of(true);
      case "false" -> JsonBoolean.of(false);
      case "null" -> JsonNull.NULL;
      default -> new JsonString(text);
    };
  }

  private static List<String> steps(String path) {
    return List.of(path.substring(2).split("\\.", -1));
  }

  private static Optional<JsonValue> at(JsonValue root, String path) {
    Optional<JsonValue> at = Optional.of(root);
    for (String step : steps(path)) {
      at =
          at.flatMap(
              value -> value instanceof JsonObject object ? object.member(step) : Optional.empty());
    }
    return at;
  }

  private static JsonValue put(JsonValue root, List<String> steps, JsonValue value) {
    if (steps.isEmpty()) {
      return value;
    }
    JsonObject object = root instanceof JsonObject known ? known : JsonObject.EMPTY;
    String first = steps.getFirst();
    JsonValue inner = object.member(first).orElse(JsonObject.EMPTY);
    return object.with(first, put(inner, steps.subList(1, steps.size()), value));
  }

  private static JsonValue merged(JsonValue base, JsonValue over) {
    if (base instanceof JsonObject known && over instanceof JsonObject added) {
      JsonObject all = known;
      for (var member : added.members().entrySet()) {
        JsonValue before = all.member(member.getKey()).orElse(JsonNull.NULL);
        all = all.with(member.getKey(), merged(before, member.getValue()));
      }
      return all;
    }
    return over;
  }
}
