package dev.concordat.contracts.body;

import dev.concordat.contracts.breach.Breach;
import dev.concordat.contracts.http.FieldEncoding;
import dev.concordat.contracts.http.MediaType;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.http.ParameterDecoder;
import dev.concordat.contracts.http.ParameterDecoder.Decoded;
import dev.concordat.contracts.http.ParameterLocation;
import dev.concordat.contracts.http.ParameterStyle;
import dev.concordat.contracts.http.Percent;
import dev.concordat.contracts.http.RequestFields;
import dev.concordat.contracts.http.RequestFields.Field;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.text.Coercion;
import dev.concordat.contracts.text.SchemaShape;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.contracts.tree.Pointers;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads a form: members with a style as parameters of a query are read, all others by their content type, which is JSON
/// for objects and text for everything else unless the contract names one.
///
/// @param depth how many multipart bodies it stands in
record FormReader(Content content, int depth) {
  private static final int MAX_SHOWN_CHARACTERS = 60;

  BodyValue read(List<Field> fields) {
    Map<String, JsonValue> values = new LinkedHashMap<>();
    var notes = new Notes();
    Map<String, List<Field>> plain = new LinkedHashMap<>();
    Set<Integer> taken = new HashSet<>();
    content
        .encodings()
        .byName()
        .forEach(
            (name, encoding) ->
                encoding
                    .style()
                    .ifPresent(
                        style -> styled(name, style, encoding, fields, values, notes, taken)));
    for (int i = 0; i < fields.size(); i++) {
      if (!taken.contains(i)) {
        plain.computeIfAbsent(fields.get(i).name(), any -> new ArrayList<>()).add(fields.get(i));
      }
    }
    plain.forEach(
        (name, all) ->
            byContent(
                    name,
                    all.stream().map(field -> Percent.decodeForm(field.raw())).toList(),
                    notes)
                .ifPresent(value -> values.putIfAbsent(name, value)));
    return notes.with(new JsonObject(values));
  }

  private void styled(
      String name,
      ParameterStyle style,
      FieldEncoding encoding,
      List<Field> fields,
      Map<String, JsonValue> values,
      Notes notes,
      Set<Integer> taken) {
    Optional<Schema> schema = property(name);
    Set<String> inner = schema.map(SchemaShape::propertyNames).orElseGet(Set::of);
    boolean hasOwn = fields.stream().anyMatch(field -> field.name().equals(name));
    for (int i = 0; i < fields.size(); i++) {
      String field = fields.get(i).name();
      boolean isOwn =
          style == ParameterStyle.DEEP_OBJECT
              ? field.startsWith(name + "[")
              : field.equals(name) || (!hasOwn && encoding.explode() && inner.contains(field));
      if (isOwn) {
        taken.add(i);
      }
    }
    var parameter =
        new Parameter(
            name,
            ParameterLocation.QUERY,
            false,
            schema,
            style,
            encoding.explode(),
            List.of(),
            encoding.written());
    switch (ParameterDecoder.decode(parameter, RequestFields.ofQuery(fields))) {
      case Decoded.Absent() -> {
        // then its schema says whether it has to be there
      }
      case Decoded.Present(JsonValue value, String ignored) -> values.put(name, value);
      case Decoded.Unreadable(String reason, String text) -> {
        values.put(name, new JsonString(text));
        notes.add(
            flaw(name, encoding, "is '" + text + "': " + reason, "style " + style.word(), text));
      }
    }
  }

  private Optional<Schema> property(String name) {
    return content.schema().flatMap(schema -> SchemaShape.property(schema, name));
  }

  private Optional<JsonValue> byContent(String name, List<String> texts, Notes notes) {
    Optional<Schema> schema = property(name);
    Optional<FieldEncoding> encoding = content.encodings().named(name);
    Optional<MediaType> stated = encoding.flatMap(it -> it.contentTypes().stream().findFirst());
    Set<String> types = schema.map(SchemaShape::types).orElseGet(Set::of);
    boolean isList = types.contains("array");
    Optional<Schema> item = isList ? schema.flatMap(SchemaShape::item) : schema;
    boolean isObject = isJsonByDefault(item) || (!isList && isJsonByDefault(schema));
    if (stated.map(MediaType::isJson).orElse(isObject)) {
      return json(name, texts, isList, schema, encoding, notes);
    }
    if (stated.filter(MediaType::isXml).isPresent()) {
      return xml(name, texts, isList, item, encoding, stated.get(), notes);
    }
    return Coercion.value(schema, Coercion.repeated(texts));
  }

  private static boolean isJsonByDefault(Optional<Schema> schema) {
    return schema
        .map(SchemaShape::types)
        .filter(types -> types.equals(Set.of("object")) || types.equals(Set.of("object", "null")))
        .isPresent();
  }

  /// One field for each item, or one with the whole list in it: whichever the schema accepts.
  private Optional<JsonValue> json(
      String name,
      List<String> texts,
      boolean isList,
      Optional<Schema> schema,
      Optional<FieldEncoding> encoding,
      Notes notes) {
    var values = new ArrayList<JsonValue>();
    for (String text : texts) {
      Optional<JsonValue> value = JsonParser.parse(text).value();
      if (value.isEmpty()) {
        notes.add(flaw(name, encoding, "is not JSON: '" + shown(text) + "'", "JSON", shown(text)));
        return Optional.of(new JsonString(text));
      }
      values.add(value.get());
    }
    return Optional.of(oneOrList(values, isList, schema));
  }

  private Optional<JsonValue> xml(
      String name,
      List<String> texts,
      boolean isList,
      Optional<Schema> item,
      Optional<FieldEncoding> encoding,
      MediaType type,
      Notes notes) {
    var values = new ArrayList<JsonValue>();
    for (String text : texts) {
      Content inner = content.inside(item, content.encodings());
      MediaType utf8 = new MediaType(type.type(), type.subtype(), Map.of("charset", "utf-8"));
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      if (new BodyReader(depth).read(inner, utf8, bytes) instanceof BodyValue.Value read) {
        values.add(read.value());
        notes.addFrom(read, "/" + Pointers.escape(name));
      } else {
        notes.add(flaw(name, encoding, "is not XML: '" + shown(text) + "'", "XML", shown(text)));
        return Optional.of(new JsonString(text));
      }
    }
    return Optional.of(oneOrList(values, isList, Optional.empty()));
  }

  static JsonValue oneOrList(List<JsonValue> values, boolean isList, Optional<Schema> schema) {
    if (values.size() > 1 || (isList && !(values.getFirst() instanceof JsonArray))) {
      return new JsonArray(values);
    }
    var list = new JsonArray(values);
    boolean isOfLists =
        isList && schema.map(s -> s.accepts(list) && !s.accepts(values.getFirst())).orElse(false);
    return isOfLists ? list : values.getFirst();
  }

  private Breach flaw(
      String name, FieldEncoding encoding, String what, String expected, String actual) {
    return flaw(name, Optional.of(encoding), what, expected, actual);
  }

  private Breach flaw(
      String name, Optional<FieldEncoding> encoding, String what, String expected, String actual) {
    return new Breach(
        Breach.Kind.VALUE_NOT_ALLOWED,
        "",
        "/" + Pointers.escape(name),
        encoding.map(FieldEncoding::place).orElseGet(content::place),
        encoding.map(FieldEncoding::sourceLine).orElseGet(content::sourceLine),
        "the field '" + name + "' " + what,
        expected,
        actual);
  }

  private static String shown(String text) {
    return text.length() <= MAX_SHOWN_CHARACTERS
        ? text
        : text.substring(0, MAX_SHOWN_CHARACTERS) + "…";
  }
}
