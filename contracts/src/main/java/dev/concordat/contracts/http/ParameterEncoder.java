package dev.concordat.contracts.http;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Writes a parameter's value for the wire by its style. Empty where the style cannot carry the value: nested objects,
/// empty lists, `null`, an empty path segment, a header with characters that headers cannot have.
public final class ParameterEncoder {
  private ParameterEncoder() {}

  /// What takes the place of the parameter's braces in the path.
  public static Optional<String> path(Parameter parameter, JsonValue value) {
    Optional<String> text =
        switch (parameter.style()) {
          case JSON -> content(parameter, value).map(Percent::encode);
          case LABEL -> joined(parameter, value, ".", "=").map(joined -> "." + joined);
          case MATRIX -> matrix(parameter, value);
          case SPACE_DELIMITED, PIPE_DELIMITED, TAB_DELIMITED ->
              pieces(value, false, "=", Percent::encode)
                  .map(pieces -> String.join(separator(parameter.style()), pieces));
          default -> joined(parameter, value, ",", "=");
        };
    // A lone dot or two is a relative reference: clients and servers resolve it away.
    return text.filter(t -> !t.isEmpty() && !t.equals(".") && !t.equals(".."));
  }

  /// The fields `name=value` of the query, in order.
  public static Optional<List<String>> query(Parameter parameter, JsonValue value) {
    return parameter.style() == ParameterStyle.JSON
        ? field(parameter, value)
        : fields(parameter.name(), parameter.style(), parameter.explode(), value);
  }

  private static Optional<List<String>> field(Parameter parameter, JsonValue value) {
    return content(parameter, value)
        .map(text -> List.of(Percent.encode(parameter.name()) + "=" + Percent.encode(text)));
  }

  /// The text of a parameter with `content`: JSON, else the value as text.
  private static Optional<String> content(Parameter parameter, JsonValue value) {
    boolean isJson = parameter.content().map(spec -> spec.mediaType().isJson()).orElse(true);
    if (isJson) {
      return Optional.of(JsonText.compact(value));
    }
    Optional<MediaTypeSpec> form = parameter.content().filter(spec -> spec.mediaType().isForm());
    if (form.isPresent() && value instanceof JsonObject object) {
      return form(form.get(), object);
    }
    return isNested(value) ? Optional.empty() : Optional.of(text(value));
  }

  /// The whole query of a `querystring` parameter: a form, or JSON with its escapes.
  public static Optional<String> querystring(Parameter parameter, JsonValue value) {
    boolean isForm = parameter.content().filter(spec -> spec.mediaType().isForm()).isPresent();
    // A form has its own escapes.
    return content(parameter, value).map(text -> isForm ? text : Percent.encode(text));
  }

  /// The cookies `name=value`, in order.
  public static Optional<List<String>> cookie(Parameter parameter, JsonValue value) {
    if (parameter.style() == ParameterStyle.COOKIE) {
      return plainCookie(parameter, value);
    }
    if (parameter.style() == ParameterStyle.JSON) {
      return field(parameter, value);
    }
    return fields(parameter.name(), parameter.style(), parameter.explode(), value);
  }

  private static Optional<List<String>> plainCookie(Parameter parameter, JsonValue value) {
    UnaryOperator<String> asIs = UnaryOperator.identity();
    boolean isNamed = !(parameter.explode() && value instanceof JsonObject);
    return pieces(value, parameter.explode(), "=", asIs)
        .filter(pieces -> pieces.stream().allMatch(ParameterEncoder::fitsCookie))
        .map(
            pieces ->
                parameter.explode()
                    ? pieces.stream().map(p -> isNamed ? parameter.name() + "=" + p : p).toList()
                    : List.of(parameter.name() + "=" + String.join(",", pieces)));
  }

  private static boolean fitsCookie(String text) {
    return fitsHeader(text) && text.indexOf(';') < 0 && text.indexOf(',') < 0;
  }

  /// The header's value.
  public static Optional<String> header(Parameter parameter, JsonValue value) {
    Optional<String> text =
        parameter.style() == ParameterStyle.JSON
            ? content(parameter, value)
            : pieces(value, parameter.explode(), "=", UnaryOperator.identity())
                .map(pieces -> String.join(parameter.style().separator(), pieces));
    return text.filter(ParameterEncoder::fitsHeader);
  }

  /// Members of a form body as fields, with the default style where the contract names none.
  public static Optional<String> form(MediaTypeSpec spec, JsonObject body) {
    var fields = new ArrayList<String>();
    for (Map.Entry<String, JsonValue> member : body.members().entrySet()) {
      Optional<FieldEncoding> encoding = spec.encodings().named(member.getKey());
      boolean isJson =
          encoding.stream()
              .filter(it -> it.style().isEmpty())
              .anyMatch(it -> it.contentTypes().stream().anyMatch(MediaType::isJson));
      boolean isObject =
          member.getValue() instanceof JsonObject
              && encoding.flatMap(FieldEncoding::style).isEmpty();
      ParameterStyle style =
          isJson || isObject
              ? ParameterStyle.JSON
              : encoding.flatMap(FieldEncoding::style).orElse(ParameterStyle.FORM);
      boolean explode = encoding.map(it -> it.style().isEmpty() || it.explode()).orElse(true);
      Optional<List<String>> own = fields(member.getKey(), style, explode, member.getValue());
      if (own.isEmpty()) {
        return Optional.empty();
      }
      fields.addAll(own.get());
    }
    return Optional.of(String.join("&", fields));
  }

  private static Optional<List<String>> fields(
      String name, ParameterStyle style, boolean explode, JsonValue value) {
    String key = Percent.encode(name);
    return switch (style) {
      case JSON -> Optional.of(List.of(key + "=" + Percent.encode(JsonText.compact(value))));
      case DEEP_OBJECT -> deepObject(key, value);
      case SPACE_DELIMITED, PIPE_DELIMITED, TAB_DELIMITED, FORM ->
          explode
              ? exploded(key, value)
              : pieces(value, false, "=", Percent::encode)
                  .filter(pieces -> areApart(style, pieces))
                  .map(pieces -> List.of(key + "=" + String.join(separator(style), pieces)));
      default -> Optional.empty();
    };
  }

  /// Readers split before or after they take escapes off, so a piece must not hold its separator.
  private static boolean areApart(ParameterStyle style, List<String> pieces) {
    String escaped = style == ParameterStyle.FORM ? "%2C" : separator(style);
    return pieces.stream().noneMatch(piece -> piece.contains(escaped));
  }

  private static String separator(ParameterStyle style) {
    return style.separator().equals(",") ? "," : Percent.encode(style.separator());
  }

  private static Optional<List<String>> exploded(String key, JsonValue value) {
    return switch (value) {
      case JsonArray ignored ->
          pieces(value, true, "=", Percent::encode)
              .map(pieces -> pieces.stream().map(piece -> key + "=" + piece).toList());
      case JsonObject object -> members(object);
      default ->
          pieces(value, true, "=", Percent::encode)
              .map(pieces -> List.of(key + "=" + pieces.getFirst()));
    };
  }

  private static Optional<List<String>> members(JsonObject object) {
    var fields = new ArrayList<String>();
    for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
      Optional<List<String>> own =
          member.getValue() instanceof JsonObject
              ? Optional.empty()
              : exploded(Percent.encode(member.getKey()), member.getValue());
      if (own.isEmpty()) {
        return Optional.empty();
      }
      fields.addAll(own.get());
    }
    return fields.isEmpty() ? Optional.empty() : Optional.of(fields);
  }

  private static Optional<List<String>> deepObject(String key, JsonValue value) {
    if (!(value instanceof JsonObject object) || object.members().isEmpty()) {
      return Optional.empty();
    }
    var fields = new ArrayList<String>();
    for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
      String field = key + "%5B" + Percent.encode(member.getKey()) + "%5D";
      Optional<List<String>> texts =
          member.getValue() instanceof JsonObject
              ? Optional.empty()
              : pieces(member.getValue(), true, "=", Percent::encode);
      if (texts.isEmpty()) {
        return Optional.empty();
      }
      texts.get().forEach(text -> fields.add(field + "=" + text));
    }
    return Optional.of(fields);
  }

  private static Optional<String> matrix(Parameter parameter, JsonValue value) {
    String key = Percent.encode(parameter.name()) + "=";
    if (parameter.explode() && value instanceof JsonArray) {
      return pieces(value, true, "=", Percent::encode)
          .map(pieces -> ";" + key + String.join(";" + key, pieces));
    }
    if (parameter.explode() && value instanceof JsonObject) {
      return pieces(value, true, "=", Percent::encode).map(p -> ";" + String.join(";", p));
    }
    return pieces(value, false, "=", Percent::encode).map(p -> ";" + key + String.join(",", p));
  }

  private static Optional<String> joined(
      Parameter parameter, JsonValue value, String exploder, String equals) {
    return pieces(value, parameter.explode(), equals, Percent::encode)
        .map(pieces -> String.join(parameter.explode() ? exploder : ",", pieces));
  }

  /// The pieces of a value: a scalar is one; an object's members are `k=v` when exploded, else keys and values in turns.
  private static Optional<List<String>> pieces(
      JsonValue value, boolean explode, String equals, UnaryOperator<String> encode) {
    var pieces = new ArrayList<String>();
    switch (value) {
      case JsonArray array -> {
        for (JsonValue item : array.items()) {
          if (isNested(item)) {
            return Optional.empty();
          }
          pieces.add(encode.apply(text(item)));
        }
      }
      case JsonObject object -> {
        for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
          if (isNested(member.getValue())) {
            return Optional.empty();
          }
          String name = encode.apply(member.getKey());
          String text = encode.apply(text(member.getValue()));
          pieces.addAll(explode ? List.of(name + equals + text) : List.of(name, text));
        }
      }
      case JsonNull ignored -> {
        return Optional.empty();
      }
      default -> pieces.add(encode.apply(text(value)));
    }
    return pieces.isEmpty() ? Optional.empty() : Optional.of(pieces);
  }

  private static boolean isNested(JsonValue value) {
    return value instanceof JsonArray || value instanceof JsonObject || value == JsonNull.NULL;
  }

  private static String text(JsonValue scalar) {
    return scalar instanceof JsonString(String text) ? text : scalar.toString();
  }

  private static boolean fitsHeader(String text) {
    return text.equals(text.strip()) && text.chars().allMatch(c -> c >= ' ' && c < 0x7f);
  }
}
