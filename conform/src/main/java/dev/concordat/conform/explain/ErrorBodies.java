package dev.concordat.conform.explain;

import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Finds complaints in the error bodies of usual frameworks. They have few shapes: an object that names a place and says what
/// is wrong there (Spring, Bean Validation, Quarkus, RFC 9457 with `errors` or `invalid-params`, FastAPI, ajv, zod, joi), or a
/// map from places to sentences (Django REST framework, Rails, Laravel, ASP.NET), or one text (Jackson, go-playground).
final class ErrorBodies {
  private static final int MAX_BODY_BYTES = 200_000;
  private static final int MAX_COMPLAINTS = 50;
  private static final int MAX_DEPTH = 6;
  private static final int MAX_MESSAGE = 2_000;

  private static final List<String> PLACES =
      List.of(
          "field",
          "loc",
          "path",
          "pointer",
          "instancePath",
          "dataPath",
          "propertyPath",
          "property",
          "param",
          "parameter",
          "name",
          "source",
          "key",
          "attribute");
  private static final List<String> SENTENCES =
      List.of(
          "defaultMessage", "message", "msg", "detail", "reason", "error", "description", "title");
  private static final List<String> CODES =
      List.of("code", "type", "keyword", "errorCode", "rule", "tag", "constraint");
  private static final List<String> BOUNDS =
      List.of(
          "limit",
          "ge",
          "gt",
          "le",
          "lt",
          "minimum",
          "maximum",
          "min_length",
          "max_length",
          "pattern",
          "allowedValues",
          "allowed",
          "valids",
          "options",
          "expected",
          "format",
          "regex");

  /// `Key: 'Order.Qty' Error:Field validation for 'Qty' failed on the 'min' tag` (go-playground/validator).
  private static final Pattern GO_FIELD =
      Pattern.compile(
          "Key: '([^']{1,200})' Error:[^']{1,200}'[^']{1,200}' failed on the '(\\w+)' tag");

  /// `... (through reference chain: shop.Order["lines"]->java.util.ArrayList[0]->shop.Line["qty"])` (Jackson).
  private static final Pattern JACKSON_CHAIN =
      Pattern.compile("reference chain: ([^)]{1,2000})\\)");

  private static final Pattern JACKSON_STEP = Pattern.compile("\\[(?:\"([^\"]+)\"|(\\d+))]");

  private ErrorBodies() {}

  static List<Complaint> complaints(HttpResponseMessage response) {
    if (response.body().total() == 0 || response.body().total() > MAX_BODY_BYTES) {
      return List.of();
    }
    var found = new ArrayList<Complaint>();
    Optional<JsonValue> value = JsonParser.parse(response.body().toArray()).value();
    if (value.isPresent()) {
      collect(value.get(), "", MAX_DEPTH, found);
    } else {
      text("", response.body().utf8(), found);
    }
    return found.subList(0, Math.min(found.size(), MAX_COMPLAINTS));
  }

  private static void collect(JsonValue value, String under, int depth, List<Complaint> found) {
    if (depth == 0 || found.size() >= MAX_COMPLAINTS) {
      return;
    }
    switch (value) {
      case JsonArray(List<JsonValue> items) -> {
        for (JsonValue item : items) {
          collect(item, under, depth - 1, found);
        }
      }
      case JsonString(String sentence) -> text(under, sentence, found);
      case JsonObject object -> object(object, under, depth, found);
      default -> {
        // Numbers, flags and nulls say nothing by themselves.
      }
    }
  }

  private static void object(JsonObject object, String under, int depth, List<Complaint> found) {
    Optional<String> sentence = first(object, SENTENCES);
    Optional<String> place = place(object);
    boolean isComplaint = sentence.isPresent() && place.isPresent() && !isEnvelope(object);
    if (isComplaint) {
      found.add(
          new Complaint(
              join(under, place.get()),
              first(object, CODES).orElse(""),
              bound(object, MAX_DEPTH),
              cut(sentence.get())));
      return;
    }
    int before = found.size();
    for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
      boolean isHolder = member.getValue() instanceof JsonObject || isMany(member.getValue());
      if (isHolder) {
        String inside = isPlaceName(member.getKey()) ? join(under, member.getKey()) : under;
        collect(member.getValue(), inside, depth - 1, found);
      }
    }
    if (found.size() == before) {
      first(object, List.of("detail", "message", "error_description", "error", "title"))
          .ifPresent(words -> text(under, words, found));
    }
  }

  private static boolean isMany(JsonValue value) {
    return value instanceof JsonArray(List<JsonValue> items) && !items.isEmpty();
  }

  /// An answer with a `path` and a `message` of its own is the whole answer, not a complaint about a place (Spring's).
  private static boolean isEnvelope(JsonObject object) {
    return object.has("status") || object.has("statusCode") || object.has("timestamp");
  }

  /// Words that hold complaints, and so are no places.
  private static boolean isPlaceName(String key) {
    return !List.of(
            "errors",
            "error",
            "violations",
            "issues",
            "details",
            "detail",
            "validation",
            "fieldErrors",
            "parameterViolations",
            "propertyViolations",
            "invalid-params",
            "invalidParams",
            "keys",
            "non_field_errors",
            "base",
            "_errors",
            "properties",
            "context",
            "params",
            "ctx",
            "body",
            "messages",
            "problems",
            "causes",
            "globalErrors",
            "data",
            "meta")
        .contains(key);
  }

  private static Optional<String> place(JsonObject object) {
    return PLACES.stream()
        .flatMap(name -> object.member(name).stream())
        .flatMap(value -> written(value).stream())
        .filter(text -> !text.isBlank() && !text.contains(" "))
        .map(ErrorBodies::slashed)
        .findFirst();
  }

  private static Optional<String> written(JsonValue value) {
    return switch (value) {
      case JsonString(String text) -> Optional.of(text);
      case JsonNumber number -> Optional.of(number.toString());
      case JsonArray(List<JsonValue> parts) ->
          Optional.of(
              parts.stream()
                  .flatMap(part -> written(part).stream())
                  .collect(Collectors.joining("/")));
      case JsonObject object -> object.member("pointer").flatMap(ErrorBodies::written);
      default -> Optional.empty();
    };
  }

  /// `items[0].qty`, `#/items/0/qty`, `$.items[0].qty` and `/items/0/qty` are one: `items/0/qty`.
  static String slashed(String place) {
    return place
        .replaceFirst("^[#$]+", "")
        .replaceAll("\\[['\"]?([^\\]'\"]+)['\"]?]", "/$1")
        .replace('.', '/')
        .replaceAll("^/+|/+$", "")
        .replaceAll("/{2,}", "/");
  }

  private static Optional<String> first(JsonObject object, List<String> names) {
    return names.stream()
        .flatMap(name -> object.member(name).stream())
        .flatMap(
            value ->
                value instanceof JsonString(String text)
                    ? Optional.of(text).stream()
                    : Optional.<String>empty().stream())
        .filter(text -> !text.isBlank())
        .findFirst();
  }

  /// A limit in the object itself or in `params`, `ctx`, `context`.
  private static String bound(JsonObject object, int depth) {
    for (String name : BOUNDS) {
      Optional<String> own =
          object.member(name).filter(v -> !(v instanceof JsonObject)).flatMap(ErrorBodies::listed);
      if (own.isPresent()) {
        return own.get();
      }
    }
    for (String holder : List.of("params", "ctx", "context")) {
      if (depth > 0 && object.member(holder).orElse(JsonObject.EMPTY) instanceof JsonObject inner) {
        String deeper = inner.size() == 0 ? "" : bound(inner, depth - 1);
        if (!deeper.isEmpty()) {
          return deeper;
        }
      }
    }
    return "";
  }

  private static Optional<String> listed(JsonValue value) {
    return value instanceof JsonArray(List<JsonValue> parts)
        ? Optional.of(
            parts.stream()
                .flatMap(part -> written(part).stream())
                .collect(Collectors.joining(", ")))
        : written(value);
  }

  private static void text(String under, String sentence, List<Complaint> found) {
    Matcher go = GO_FIELD.matcher(cut(sentence));
    boolean isGo = false;
    while (go.find() && found.size() < MAX_COMPLAINTS) {
      isGo = true;
      String key = slashed(go.group(1));
      String inner = key.contains("/") ? key.substring(key.indexOf('/') + 1) : key;
      found.add(new Complaint(inner, go.group(2), "", go.group()));
    }
    if (!isGo && !sentence.isBlank()) {
      String place = under.isEmpty() ? chain(sentence) : under;
      found.add(new Complaint(place, "", "", cut(sentence)));
    }
  }

  private static String chain(String sentence) {
    Matcher chain = JACKSON_CHAIN.matcher(cut(sentence));
    if (!chain.find()) {
      return "";
    }
    var steps = new ArrayList<String>();
    Matcher step = JACKSON_STEP.matcher(chain.group(1));
    while (step.find()) {
      steps.add(step.group(1) == null ? step.group(2) : step.group(1));
    }
    return String.join("/", steps);
  }

  private static String join(String under, String place) {
    return under.isEmpty() ? slashed(place) : under + "/" + slashed(place);
  }

  private static String cut(String text) {
    return text.length() > MAX_MESSAGE ? text.substring(0, MAX_MESSAGE) : text;
  }
}
