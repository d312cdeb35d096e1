package dev.concordat.contracts.xml;

import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.text.SchemaShape;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes a value as an XML document by its schema's `xml` sentences. Nothing where XML cannot carry it: names that are no
/// XML names, control characters.
public final class XmlWriter {
  private static final String NIL =
      " xmlns:xsi=\"" + XmlValues.INSTANCE_NAMESPACE + "\" xsi:nil=\"true\"";
  private static final String ROOT = "root";

  private boolean fits = true;

  private XmlWriter() {}

  public static Optional<String> write(Optional<Schema> schema, JsonValue value) {
    var writer = new XmlWriter();
    var out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    Optional<XmlShape> shape = schema.map(XmlShape::of);
    String name = shape.flatMap(it -> it.name().or(it::component)).orElse(ROOT);
    writer.element(out, name, shape, schema, value);
    return writer.fits ? Optional.of(out.toString()) : Optional.empty();
  }

  private void element(
      StringBuilder out,
      String name,
      Optional<XmlShape> shape,
      Optional<Schema> schema,
      JsonValue value) {
    String full = qualified(name, shape);
    var attributes = new StringBuilder(declaration(shape));
    var content = new StringBuilder();
    fill(schema, value, name, attributes, content);
    out.append('<').append(full).append(attributes).append('>');
    out.append(content).append("</").append(full).append('>');
  }

  private String qualified(String name, Optional<XmlShape> shape) {
    fits &= name.matches("[\\p{L}_][\\p{L}\\p{N}_.-]*");
    boolean isBound = shape.flatMap(XmlShape::namespace).isPresent();
    return shape
        .filter(it -> isBound)
        .flatMap(XmlShape::prefix)
        .map(prefix -> prefix + ":" + name)
        .orElse(name);
  }

  private String declaration(Optional<XmlShape> shape) {
    return shape
        .flatMap(XmlShape::namespace)
        .map(
            namespace ->
                shape.flatMap(XmlShape::prefix).map(prefix -> " xmlns:" + prefix).orElse(" xmlns")
                    + "=\""
                    + escaped(namespace)
                    + "\"")
        .orElse("");
  }

  private void fill(
      Optional<Schema> schema,
      JsonValue value,
      String inferred,
      StringBuilder attributes,
      StringBuilder content) {
    switch (value) {
      case JsonNull ignored -> attributes.append(NIL);
      case JsonObject object -> members(schema, object, attributes, content);
      case JsonArray array -> items(schema, array, inferred, content);
      default -> content.append(escaped(text(value)));
    }
  }

  private void items(
      Optional<Schema> schema, JsonArray array, String inferred, StringBuilder content) {
    List<Schema> prefix = schema.map(it -> it.view().prefixItems()).orElse(List.of());
    Optional<Schema> rest = schema.flatMap(SchemaShape::item);
    for (int i = 0; i < array.items().size(); i++) {
      Optional<Schema> item = i < prefix.size() ? Optional.of(prefix.get(i)) : rest;
      Optional<XmlShape> shape = item.map(XmlShape::of);
      JsonValue value = array.items().get(i);
      if (shape.filter(it -> isText(it.kind())).isPresent()) {
        content.append(escaped(text(value)));
      } else {
        String name = shape.flatMap(XmlShape::name).orElse(inferred);
        element(content, name, shape, item, value);
      }
    }
  }

  private void members(
      Optional<Schema> schema, JsonObject object, StringBuilder attributes, StringBuilder content) {
    for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
      Optional<Schema> property = schema.flatMap(s -> SchemaShape.property(s, member.getKey()));
      Optional<XmlShape> shape = property.map(XmlShape::of);
      String name = shape.flatMap(XmlShape::name).orElse(member.getKey());
      JsonValue value = member.getValue();
      switch (shape.map(XmlShape::kind).orElse(XmlShape.Kind.ELEMENT)) {
        case ATTRIBUTE -> attribute(attributes, name, shape, value);
        case TEXT, CDATA -> content.append(escaped(text(value)));
        case NONE -> nodeless(property, member.getKey(), value, attributes, content);
        case ELEMENT -> element(content, name, shape, property, value);
      }
    }
  }

  private void attribute(
      StringBuilder attributes, String name, Optional<XmlShape> shape, JsonValue value) {
    boolean isPrefixed = shape.flatMap(XmlShape::prefix).isPresent();
    if (value != JsonNull.NULL) {
      // An attribute without prefix is in no namespace, so a default declaration would not reach
      // it.
      fits &= isPrefixed || shape.flatMap(XmlShape::namespace).isEmpty();
      attributes.append(isPrefixed ? declaration(shape) : "");
      attributes.append(' ').append(qualified(name, shape));
      attributes.append("=\"").append(escaped(text(value))).append('"');
    }
  }

  private void nodeless(
      Optional<Schema> property,
      String name,
      JsonValue value,
      StringBuilder attributes,
      StringBuilder content) {
    if (value instanceof JsonArray array) {
      items(property, array, name, content);
    } else {
      fill(property, value, name, attributes, content);
    }
  }

  private static boolean isText(XmlShape.Kind kind) {
    return kind == XmlShape.Kind.TEXT || kind == XmlShape.Kind.CDATA;
  }

  private static String text(JsonValue value) {
    return value instanceof JsonString(String text) ? text : value.toString();
  }

  private String escaped(String text) {
    var out = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                // Written plainly, these become spaces or line feeds when they are read.
                case '\t', '\n', '\r' -> out.append("&#").append(c).append(';');
                default -> {
                  fits &= c >= ' ' && c != 0xfffe && c != 0xffff && (c < 0xd800 || c > 0xdfff);
                  out.appendCodePoint(c);
                }
              }
            });
    return out.toString();
  }
}
