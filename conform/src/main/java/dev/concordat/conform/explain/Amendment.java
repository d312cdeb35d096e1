package dev.concordat.conform.explain;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Changes values so that they keep what a hint says.
record Amendment(Hint hint) {
  private static final int MAX_LENGTH = 10_000;

  private static final Map<String, String> SAMPLES =
      Map.of(
          "email", "maple@example.test",
          "uuid", "3f2b8a1e-5c1d-4e6f-8a9b-0c1d2e3f4a5b",
          "url", "https://example.test/",
          "uri", "https://example.test/",
          "date", "2027-06-30",
          "date-time", "2027-06-30T12:00:00Z",
          "datetime", "2027-06-30T12:00:00Z",
          "time", "12:00:00Z",
          "future", "2098-06-30",
          "past", "1998-06-30");

  static Amendment of(Hint hint) {
    return new Amendment(hint);
  }

  /// The value with the change at a pointer's tokens; `*` stands for every item.
  JsonValue at(JsonValue value, List<String> tokens) {
    if (tokens.isEmpty()) {
      return changed(value);
    }
    String token = tokens.getFirst();
    List<String> rest = tokens.subList(1, tokens.size());
    return switch (value) {
      case JsonArray(List<JsonValue> items) when token.equals("*") ->
          new JsonArray(items.stream().map(item -> at(item, rest)).toList());
      case JsonObject object -> member(object, token, rest);
      default -> value;
    };
  }

  private JsonValue member(JsonObject object, String name, List<String> rest) {
    Optional<JsonValue> member = object.member(name);
    if (rest.isEmpty() && hint.kind() == Observation.Kind.UNKNOWN) {
      return object.without(name);
    }
    if (rest.isEmpty() && member.isEmpty()) {
      return hint.kind() == Observation.Kind.REQUIRED
          ? object.with(name, new JsonString("concordat"))
          : object;
    }
    return member.map(inner -> (JsonValue) object.with(name, at(inner, rest))).orElse(object);
  }

  private JsonValue changed(JsonValue value) {
    return switch (hint.kind()) {
      case MINIMUM -> number(value, false);
      case MAXIMUM -> number(value, true);
      case MIN_LENGTH -> longer(value);
      case MAX_LENGTH -> shorter(value);
      case ENUM -> listed(value);
      case FORMAT -> sample(value);
      case REQUIRED, TYPE, PATTERN, UNKNOWN, CONFLICT, MISSING_RESOURCE, AUTHENTICATION, OTHER ->
          value;
    };
  }

  private Optional<JsonNumber> bound() {
    return JsonNumber.isJsonNumber(hint.bound())
        ? Optional.of(new JsonNumber(hint.bound())).filter(JsonNumber::isTame)
        : Optional.empty();
  }

  private JsonValue number(JsonValue value, boolean isUpper) {
    if (!(value instanceof JsonNumber number) || bound().isEmpty() || !number.isTame()) {
      return value;
    }
    BigDecimal bound = bound().get().decimal();
    int order = number.decimal().compareTo(bound);
    return (isUpper ? order > 0 : order < 0) ? bound().get() : value;
  }

  private JsonValue longer(JsonValue value) {
    int least = length();
    return value instanceof JsonString(String text) && text.length() < least
        ? new JsonString(text + "x".repeat(least - text.length()))
        : value;
  }

  private JsonValue shorter(JsonValue value) {
    int most = length();
    return value instanceof JsonString(String text)
            && most > 0
            && text.codePointCount(0, text.length()) > most
        ? new JsonString(text.substring(0, text.offsetByCodePoints(0, most)))
        : value;
  }

  /// 0 where none is told.
  private int length() {
    return bound()
        .map(JsonNumber::decimal)
        .map(decimal -> decimal.min(BigDecimal.valueOf(MAX_LENGTH)).intValue())
        .orElse(0);
  }

  private JsonValue listed(JsonValue value) {
    List<String> all =
        List.of(hint.bound().split("\\s*(?:,|\\bor\\b|\\|)\\s*")).stream()
            .map(text -> text.replaceAll("^['\"]|['\"]$", ""))
            .filter(text -> !text.isBlank())
            .toList();
    boolean isText = value instanceof JsonString(String text) && !all.contains(text);
    return isText && !all.isEmpty() ? new JsonString(all.getFirst()) : value;
  }

  private JsonValue sample(JsonValue value) {
    String sample = SAMPLES.get(hint.bound());
    return value instanceof JsonString && sample != null ? new JsonString(sample) : value;
  }
}
