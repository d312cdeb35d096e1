package dev.concordat.contracts.body;

import dev.concordat.contracts.http.FieldEncoding;
import dev.concordat.contracts.http.MediaType;
import dev.concordat.contracts.http.Percent;
import dev.concordat.contracts.http.RequestFields.Field;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.text.SchemaShape;
import dev.concordat.contracts.tree.Pointers;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads multipart bodies: parts with names are the members of an object, parts without are the items of a list.
///
/// @param depth how many multipart bodies it stands in
record MultipartReader(Content content, int depth) {
  /// The schema says nothing of the type.
  private static final int ALL_TYPES = 6;

  BodyValue read(MediaType type, byte[] bytes) {
    Multipart multipart = Multipart.parse(type, bytes);
    if (multipart.flaw().isPresent()) {
      return new BodyValue.Malformed(multipart.flaw().get());
    }
    boolean isForm = type.subtype().equals("form-data");
    boolean isNamed =
        isForm
            || (content.itemSchema().isEmpty()
                && content.admits("object")
                && !multipart.parts().isEmpty()
                && multipart.parts().stream().allMatch(part -> part.name().isPresent()));
    if (isNamed) {
      return named(multipart.parts());
    }
    return content.itemSchema().isPresent() || content.admits("array")
        ? positioned(multipart.parts())
        : new BodyValue.Unjudged("its parts have no names that its schema could speak of");
  }

  private BodyValue positioned(List<Part> parts) {
    var values = new ArrayList<JsonValue>();
    var notes = new Notes();
    for (int i = 0; i < parts.size(); i++) {
      Optional<FieldEncoding> encoding = content.encodings().at(i);
      values.add(
          new PartReader(content, "part " + (i + 1), "/" + i, depth)
              .read(parts.get(i), content.item(i), encoding, notes));
    }
    return notes.with(new JsonArray(values));
  }

  private BodyValue named(List<Part> parts) {
    Map<String, List<Part>> byName = new LinkedHashMap<>();
    var notes = new Notes();
    for (int i = 0; i < parts.size(); i++) {
      Optional<String> name = parts.get(i).name();
      if (name.isEmpty()) {
        return new BodyValue.Malformed("a form, but part " + (i + 1) + " has no name");
      }
      byName.computeIfAbsent(name.get(), any -> new ArrayList<>()).add(parts.get(i));
    }
    Map<String, JsonValue> values = new LinkedHashMap<>();
    List<Field> styled = takeStyled(byName);
    if (!styled.isEmpty()
        && new FormReader(content, depth).read(styled) instanceof BodyValue.Value form
        && form.value() instanceof JsonObject(var members)) {
      values.putAll(members);
      notes.addFrom(form, "");
    }
    byName.forEach((name, all) -> values.put(name, member(name, all, notes)));
    return notes.with(new JsonObject(values));
  }

  /// The parts whose members have a style: names and values as in a query, without its escapes.
  private List<Field> takeStyled(Map<String, List<Part>> byName) {
    var styled = new ArrayList<Field>();
    content
        .encodings()
        .byName()
        .forEach(
            (name, encoding) -> {
              if (encoding.style().isPresent()) {
                Set<String> inner =
                    property(name).map(SchemaShape::propertyNames).orElseGet(Set::of);
                byName
                    .entrySet()
                    .removeIf(
                        entry ->
                            isOf(name, inner, entry.getKey())
                                && styled.addAll(fields(entry.getKey(), entry.getValue())));
              }
            });
    return styled;
  }

  private static boolean isOf(String name, Set<String> inner, String part) {
    return part.equals(name) || part.startsWith(name + "[") || inner.contains(part);
  }

  private static List<Field> fields(String name, List<Part> parts) {
    return parts.stream()
        .map(part -> new String(part.content().toArray(), StandardCharsets.UTF_8))
        .map(text -> new Field(name, Percent.encode(text), true))
        .toList();
  }

  private Optional<Schema> property(String name) {
    return content
        .schema()
        .flatMap(
            schema ->
                SchemaShape.property(schema, name)
                    .or(() -> schema.view().additionalProperties())
                    .filter(found -> !found.allowsNothing()));
  }

  private JsonValue member(String name, List<Part> parts, Notes notes) {
    Optional<Schema> schema = property(name);
    Optional<FieldEncoding> encoding = content.encodings().named(name);
    boolean isList =
        schema
            .map(SchemaShape::types)
            .filter(types -> types.contains("array") && types.size() < ALL_TYPES)
            .isPresent();
    Optional<Schema> one = isList ? schema.flatMap(SchemaShape::item) : schema;
    var values = new ArrayList<JsonValue>();
    for (int i = 0; i < parts.size(); i++) {
      String pointer = "/" + Pointers.escape(name) + (isList || parts.size() > 1 ? "/" + i : "");
      values.add(
          new PartReader(content, "part '" + name + "'", pointer, depth)
              .read(parts.get(i), one, encoding, notes));
    }
    return FormReader.oneOrList(values, isList, schema);
  }
}
