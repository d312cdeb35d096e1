package dev.concordat.contracts.xml;

import dev.concordat.contracts.breach.Breach;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.text.Coercion;
import dev.concordat.contracts.text.SchemaShape;
import dev.concordat.contracts.text.Written;
import dev.concordat.contracts.tree.Node;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Makes the value that a schema speaks of from an XML document, by the schema's `xml` sentences. One use, one document.
public final class XmlValues {
  static final String INSTANCE_NAMESPACE = "http://www.w3.org/2001/XMLSchema-instance";
  private static final String NIL = "{" + INSTANCE_NAMESPACE + "}nil";

  /// Schemas without a node of their own inside one another.
  static final int MAX_NODELESS_DEPTH = 64;

  private final IdentityHashMap<Node, ObjectShape> shapes = new IdentityHashMap<>();

  private XmlValues() {}

  /// The value of a document.
  ///
  /// @param flaws names that are not the documented ones; their operation is not known here
  public record Read(JsonValue value, List<Breach> flaws) {}

  public static Read read(Optional<Schema> schema, XmlElement root) {
    if (schema.isEmpty()) {
      return new Read(free(root), List.of());
    }
    JsonValue value = new XmlValues().value(schema.get(), root);
    return new Read(value, rootFlaws(schema.get(), root));
  }

  private static List<Breach> rootFlaws(Schema schema, XmlElement root) {
    XmlShape shape = XmlShape.of(schema);
    if (shape.kind() == XmlShape.Kind.NONE && !SchemaShape.types(schema).contains("object")) {
      return List.of();
    }
    boolean isNamed = shape.name().map(root.localName()::equals).orElse(true);
    if (isNamed && shape.admitsNamespace(root.name())) {
      return List.of();
    }
    String wanted = shape.name().orElse(root.localName());
    String expected = shape.namespace().map(ns -> "{" + ns + "}" + wanted).orElse(wanted);
    String actual =
        isNamed ? root.name() : shape.namespace().isEmpty() ? root.written() : root.name();
    Schema sentence = schema.view().schema();
    return List.of(
        new Breach(
            Breach.Kind.WRONG_TYPE,
            "",
            "",
            sentence.place(),
            sentence.node().sourceLine(),
            "the root element is <" + actual + ">, the contract wants <" + expected + ">",
            expected,
            actual));
  }

  private JsonValue value(Schema schema, XmlElement element) {
    if (isNil(element)) {
      return JsonNull.NULL;
    }
    Set<String> types = SchemaShape.types(schema);
    boolean hasParts =
        !element.attributes().isEmpty()
            || element.content().stream().anyMatch(XmlElement.class::isInstance);
    boolean isScalar = types.stream().anyMatch(t -> !t.equals("object") && !t.equals("array"));
    if (types.contains("object") && (hasParts || !isScalarOnly(types, isScalar))) {
      return object(schema, element);
    }
    if (types.contains("array") && (hasParts || !isScalarOnly(types, isScalar))) {
      return array(schema, element);
    }
    return scalar(schema, element.rawText());
  }

  /// Whether text alone is more likely meant as text: a type for it is there. `null` by itself has no text.
  private static boolean isScalarOnly(Set<String> types, boolean isScalar) {
    return isScalar
        && (types.contains("string") || types.contains("number") || types.contains("boolean"));
  }

  private static boolean isNil(XmlElement element) {
    XmlElement.Attribute nil = element.attributes().get(NIL);
    return nil != null && (nil.value().strip().equals("true") || nil.value().strip().equals("1"));
  }

  /// White space around numbers and truth values means nothing; in strings it does.
  private static JsonValue scalar(Schema schema, String raw) {
    return Coercion.value(Optional.of(schema), Written.ofScalar(raw.strip()))
        .filter(value -> !(value instanceof JsonString))
        .orElseGet(() -> new JsonString(raw));
  }

  private JsonObject object(Schema schema, XmlElement element) {
    var members = new LinkedHashMap<String, JsonValue>();
    var parts = new XmlParts(element);
    fill(schema, element, parts, members, 0);
    parts.addUnread(
        members, shape(schema).names(), shape(schema).rest(), (rest, child) -> value(rest, child));
    return new JsonObject(members);
  }

  private ObjectShape shape(Schema schema) {
    ObjectShape known = shapes.get(schema.node());
    if (known == null) {
      known = ObjectShape.of(schema);
      shapes.put(schema.node(), known);
    }
    return known;
  }

  private void fill(
      Schema schema,
      XmlElement element,
      XmlParts parts,
      Map<String, JsonValue> members,
      int depth) {
    ObjectShape shape = shape(schema);
    for (ObjectShape.Property property : shape.properties()) {
      boolean isRequired = shape.required().contains(property.name());
      member(property, isRequired, element, parts, depth)
          .ifPresent(value -> members.put(property.name(), value));
    }
  }

  private Optional<JsonValue> member(
      ObjectShape.Property property,
      boolean isRequired,
      XmlElement element,
      XmlParts parts,
      int depth) {
    XmlShape xml = property.xml();
    return switch (xml.kind()) {
      case ATTRIBUTE ->
          parts
              .attribute(xml, xml.name().orElse(property.name()))
              .map(text -> scalar(property.schema(), text))
              .or(
                  () ->
                      property.isNullable() && isRequired
                          ? Optional.of(JsonNull.NULL)
                          : Optional.empty());
      case TEXT, CDATA -> text(property, isRequired, element);
      case NONE ->
          property.isList()
              ? unwrapped(property, isRequired, parts)
              : nodeless(property, element, parts, depth);
      case ELEMENT -> {
        List<XmlElement> found = parts.children(xml, xml.namesOr(property.name()));
        List<JsonValue> values =
            found.stream().map(child -> value(property.schema(), child)).toList();
        yield values.size() > 1 ? Optional.of(new JsonArray(values)) : values.stream().findFirst();
      }
    };
  }

  /// No text is the empty text where there has to be some, else it is absent.
  private static Optional<JsonValue> text(
      ObjectShape.Property property, boolean isRequired, XmlElement element) {
    // Indentation between child elements is not the text that is meant.
    boolean isMixed = element.content().stream().anyMatch(XmlElement.class::isInstance);
    boolean hasData =
        element.content().stream().anyMatch(node -> node instanceof XmlText t && !t.isBlank());
    String raw =
        isMixed || (property.xml().kind() == XmlShape.Kind.CDATA && hasData)
            ? element.text()
            : element.rawText();
    return raw.isEmpty() && !isRequired
        ? Optional.empty()
        : Optional.of(scalar(property.schema(), raw));
  }

  private Optional<JsonValue> unwrapped(
      ObjectShape.Property property, boolean isRequired, XmlParts parts) {
    Optional<XmlShape> item = property.items().map(XmlShape::of);
    var names =
        new ArrayList<String>(
            item.map(it -> it.namesOr(property.name())).orElse(List.of(property.name())));
    if (item.flatMap(XmlShape::name).isEmpty()) {
      property.xml().name().ifPresent(names::add);
    }
    XmlShape spaces = item.filter(it -> it.namespace().isPresent()).orElse(property.xml());
    List<XmlElement> found = parts.children(spaces, names);
    if (found.isEmpty()) {
      return isRequired ? Optional.of(new JsonArray(List.of())) : Optional.empty();
    }
    return Optional.of(
        new JsonArray(found.stream().map(child -> item(property.items(), child)).toList()));
  }

  private JsonValue item(Optional<Schema> items, XmlElement child) {
    return items.map(schema -> value(schema, child)).orElseGet(() -> free(child));
  }

  private Optional<JsonValue> nodeless(
      ObjectShape.Property property, XmlElement element, XmlParts parts, int depth) {
    if (depth >= MAX_NODELESS_DEPTH || !property.types().contains("object")) {
      return Optional.empty();
    }
    var members = new LinkedHashMap<String, JsonValue>();
    fill(property.schema(), element, parts, members, depth + 1);
    return members.isEmpty() ? Optional.empty() : Optional.of(new JsonObject(members));
  }

  /// A list in an element of its own. By position where the schema has positions; then text between elements counts too.
  private JsonArray array(Schema schema, XmlElement element) {
    List<Schema> prefix = schema.view().prefixItems();
    Optional<Schema> items = SchemaShape.item(schema);
    var values = new ArrayList<JsonValue>();
    for (XmlNode node : element.content()) {
      Optional<Schema> wanted =
          values.size() < prefix.size() ? Optional.of(prefix.get(values.size())) : items;
      switch (node) {
        case XmlElement child -> values.add(item(wanted, child));
        case XmlText text -> {
          boolean isMeant =
              wanted.map(XmlShape::of).filter(shape -> isText(shape.kind())).isPresent();
          if (isMeant && !text.isBlank()) {
            values.add(scalar(wanted.get(), text.text()));
          }
        }
      }
    }
    return new JsonArray(values);
  }

  private static boolean isText(XmlShape.Kind kind) {
    return kind == XmlShape.Kind.TEXT || kind == XmlShape.Kind.CDATA;
  }

  /// An element that no schema speaks of: text, or an object of what is in it.
  static JsonValue free(XmlElement element) {
    if (isNil(element)) {
      return JsonNull.NULL;
    }
    var members = new LinkedHashMap<String, JsonValue>();
    new XmlParts(element)
        .addUnread(members, Set.of(), Optional.empty(), (rest, child) -> free(child));
    return members.isEmpty() ? new JsonString(element.rawText()) : new JsonObject(members);
  }
}
