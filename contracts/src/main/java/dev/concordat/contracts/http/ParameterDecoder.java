package dev.concordat.contracts.http;

import dev.concordat.contracts.http.RequestFields.Field;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.text.Coercion;
import dev.concordat.contracts.text.SchemaShape;
import dev.concordat.contracts.text.Written;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Reads a parameter's value from the wire as a server would: by its style, then coerced to what its schema asks for.
public final class ParameterDecoder {
  private ParameterDecoder() {}

  /// What stands in the request for a parameter.
  public sealed interface Decoded {
    /// The request does not have it.
    record Absent() implements Decoded {}

    /// A value.
    ///
    /// @param text as on the wire
    record Present(JsonValue value, String text) implements Decoded {}

    /// The text is not in the parameter's style.
    record Unreadable(String reason, String text) implements Decoded {}
  }

  public static Decoded decode(Parameter parameter, RequestFields fields) {
    return switch (parameter.in()) {
      case PATH -> path(parameter, Optional.ofNullable(fields.path().get(parameter.name())));
      case HEADER -> header(parameter, fields.header(parameter.name()));
      case QUERY -> fields(parameter, fields.query(), Percent::decodeForm);
      case COOKIE ->
          fields(
              parameter,
              fields.cookies(),
              parameter.style() == ParameterStyle.COOKIE
                  ? UnaryOperator.identity()
                  : Percent::decode);
      case QUERYSTRING ->
          fields.queryText().isEmpty()
              ? new Decoded.Absent()
              : content(parameter, Percent.decode(fields.queryText()));
    };
  }

  private static Decoded path(Parameter parameter, Optional<String> raw) {
    if (raw.isEmpty()) {
      return new Decoded.Absent();
    }
    String text = raw.get();
    boolean explode = parameter.explode();
    return switch (parameter.style()) {
      case JSON -> content(parameter, Percent.decode(text));
      case LABEL ->
          text.startsWith(".")
              ? coerced(
                  parameter,
                  Written.separated(
                      text.substring(1), explode ? "." : ",", explode, Percent::decode))
              : new Decoded.Unreadable("it does not begin with '.'", text);
      case MATRIX ->
          text.startsWith(";")
              ? coerced(parameter, matrix(parameter, text.substring(1)))
              : new Decoded.Unreadable("it does not begin with ';'", text);
      case SPACE_DELIMITED, PIPE_DELIMITED, TAB_DELIMITED ->
          coerced(parameter, delimited(parameter.style(), text, Percent::decode));
      default -> coerced(parameter, Written.separated(text, ",", explode, Percent::decode));
    };
  }

  /// `name=a,b` when not exploded, `name=a;name=b` or `key=value;key=value` when exploded.
  private static Written matrix(Parameter parameter, String text) {
    List<String> pieces = List.of(text.split(";", -1));
    String prefix = parameter.name() + "=";
    if (!parameter.explode()) {
      String first = pieces.getFirst();
      String raw = first.startsWith(prefix) ? first.substring(prefix.length()) : "";
      return Written.separated(raw, ",", false, Percent::decode);
    }
    List<String> items =
        pieces.stream()
            .filter(piece -> piece.startsWith(prefix))
            .map(piece -> Percent.decode(piece.substring(prefix.length())))
            .toList();
    return new Written(
        text,
        items.stream().findFirst(),
        items.isEmpty() ? Optional.empty() : Optional.of(items),
        Written.pairs(pieces, Percent::decode));
  }

  private static Decoded header(Parameter parameter, Optional<String> line) {
    if (line.isEmpty()) {
      return new Decoded.Absent();
    }
    if (parameter.style() == ParameterStyle.JSON) {
      return content(parameter, line.get());
    }
    return coerced(
        parameter,
        Written.separated(
            line.get(), parameter.style().separator(), parameter.explode(), String::strip));
  }

  private static Decoded fields(
      Parameter parameter, List<Field> all, UnaryOperator<String> decode) {
    if (parameter.style() == ParameterStyle.DEEP_OBJECT) {
      return deepObject(parameter, all, decode);
    }
    List<Field> own = all.stream().filter(f -> f.name().equals(parameter.name())).toList();
    if (parameter.explode() && own.isEmpty()) {
      return explodedObject(parameter, all, decode);
    }
    if (own.isEmpty()) {
      return new Decoded.Absent();
    }
    String raw = own.getFirst().raw();
    if (parameter.style() == ParameterStyle.JSON) {
      return content(parameter, decode.apply(raw));
    }
    if (parameter.explode()) {
      List<String> items = own.stream().map(field -> decode.apply(field.raw())).toList();
      return coerced(
          parameter,
          new Written(raw, Optional.of(items.getFirst()), Optional.of(items), Optional.empty()));
    }
    return coerced(parameter, delimited(parameter.style(), raw, decode));
  }

  private static Written delimited(ParameterStyle style, String raw, UnaryOperator<String> decode) {
    return switch (style) {
      case COOKIE -> Written.separated(raw, ",", false, decode);
      case SPACE_DELIMITED ->
          Written.separated(raw.replace("%20", " ").replace('+', ' '), " ", false, decode);
      case PIPE_DELIMITED ->
          Written.separated(raw.replace("%7C", "|").replace("%7c", "|"), "|", false, decode);
      case TAB_DELIMITED -> Written.separated(raw.replace("%09", "\t"), "\t", false, decode);
      // Many clients escape the commas too, and servers split after decoding.
      default ->
          Written.separated(
              raw.indexOf(',') < 0 ? raw.replace("%2C", ",").replace("%2c", ",") : raw,
              ",",
              false,
              decode);
    };
  }

  /// An exploded object has no field of its own name: its members are the fields.
  private static Decoded explodedObject(
      Parameter parameter, List<Field> all, UnaryOperator<String> decode) {
    Set<String> names = parameter.schema().map(SchemaShape::propertyNames).orElseGet(Set::of);
    var members = new LinkedHashMap<String, List<String>>();
    for (Field field : all) {
      if (names.contains(field.name())) {
        Written.add(members, field.name(), decode.apply(field.raw()));
      }
    }
    if (members.isEmpty()) {
      return new Decoded.Absent();
    }
    return coerced(
        parameter,
        new Written(members.toString(), Optional.empty(), Optional.empty(), Optional.of(members)));
  }

  /// `name[member]=value`; `name[member][]` repeats for a list.
  private static Decoded deepObject(
      Parameter parameter, List<Field> all, UnaryOperator<String> decode) {
    String prefix = parameter.name() + "[";
    var members = new LinkedHashMap<String, List<String>>();
    var shown = new ArrayList<String>();
    for (Field field : all) {
      int close = field.name().startsWith(prefix) ? field.name().indexOf(']') : -1;
      if (close > prefix.length()) {
        String value = decode.apply(field.raw());
        Written.add(members, field.name().substring(prefix.length(), close), value);
        shown.add(field.name() + "=" + value);
      }
    }
    if (members.isEmpty()) {
      return new Decoded.Absent();
    }
    Optional<Map<String, List<String>>> found = Optional.of(members);
    return coerced(
        parameter, new Written(String.join("&", shown), Optional.empty(), Optional.empty(), found));
  }

  private static Decoded coerced(Parameter parameter, Written written) {
    Optional<Schema> schema = parameter.schema();
    return Coercion.value(schema, written)
        .<Decoded>map(value -> new Decoded.Present(value, written.text()))
        .orElseGet(
            () ->
                new Decoded.Unreadable(
                    "it is not written in style " + parameter.style().word(), written.text()));
  }

  /// A text of another media type than JSON is given as it is; its reader knows what to make of it.
  private static Decoded content(Parameter parameter, String text) {
    boolean isJson = parameter.content().map(spec -> spec.mediaType().isJson()).orElse(true);
    if (!isJson) {
      return new Decoded.Present(new JsonString(text), text);
    }
    return JsonParser.parse(text)
        .value()
        .<Decoded>map(value -> new Decoded.Present(value, text))
        .orElseGet(() -> new Decoded.Unreadable("it is not JSON", text));
  }
}
