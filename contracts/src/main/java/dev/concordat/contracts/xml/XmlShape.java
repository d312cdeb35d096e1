package dev.concordat.contracts.xml;

import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.text.SchemaShape;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.contracts.tree.ScalarNode;
import dev.concordat.model.json.JsonBoolean;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How a schema's values stand in XML (OpenAPI's XML Object, with the defaults of version 3.2).
///
/// @param name as the contract states it, without prefix
/// @param component the schema's name where it stands among named schemas, which names its element when nothing else does
record XmlShape(
    Kind kind,
    Optional<String> name,
    Optional<String> namespace,
    Optional<String> prefix,
    Optional<String> component) {
  enum Kind {
    ELEMENT,
    ATTRIBUTE,
    TEXT,
    CDATA,
    /// No node of its own: what is inside stands in the node around it.
    NONE
  }

  static XmlShape of(Schema schema) {
    Optional<ObjectNode> xml = xml(schema, new HashSet<>());
    Set<String> types = SchemaShape.types(schema);
    boolean isList = types.equals(Set.of("array")) || types.equals(Set.of("array", "null"));
    String target = schema.view().schema().node().pointer();
    boolean isNamed =
        target.matches("/components/schemas/[^/]+") || target.matches("/definitions/[^/]+");
    return new XmlShape(
        xml.map(object -> kind(object, isList)).orElse(isList ? Kind.NONE : Kind.ELEMENT),
        xml.flatMap(object -> text(object, "name"))
            .map(name -> name.substring(name.indexOf(':') + 1)),
        xml.flatMap(object -> text(object, "namespace")),
        xml.flatMap(object -> text(object, "prefix")),
        isNamed ? Optional.of(target.substring(target.lastIndexOf('/') + 1)) : Optional.empty());
  }

  private static Kind kind(ObjectNode xml, boolean isList) {
    return switch (text(xml, "nodeType").orElse("")) {
      case "element" -> Kind.ELEMENT;
      case "attribute" -> Kind.ATTRIBUTE;
      case "text" -> Kind.TEXT;
      case "cdata" -> Kind.CDATA;
      case "none" -> Kind.NONE;
      default -> {
        if (isTrue(xml, "attribute")) {
          yield Kind.ATTRIBUTE;
        }
        yield isList && !isTrue(xml, "wrapped") ? Kind.NONE : Kind.ELEMENT;
      }
    };
  }

  /// The schema's own `xml`, else that of what it is made of.
  private static Optional<ObjectNode> xml(Schema schema, Set<Node> seen) {
    if (!seen.add(schema.node())) {
      return Optional.empty();
    }
    if (schema.node() instanceof ObjectNode object
        && object.get("xml").orElse(null) instanceof ObjectNode xml) {
      return Optional.of(xml);
    }
    Schema target = schema.view().schema();
    if (target.node() != schema.node()) {
      return xml(target, seen);
    }
    for (Schema part : schema.view().allOf()) {
      Optional<ObjectNode> found = xml(part, seen);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> text(ObjectNode object, String member) {
    return object
        .get(member)
        .filter(ScalarNode.class::isInstance)
        .flatMap(node -> ((ScalarNode) node).text());
  }

  private static boolean isTrue(ObjectNode object, String member) {
    return object.get(member).orElse(null) instanceof ScalarNode scalar
        && scalar.value() instanceof JsonBoolean(boolean value)
        && value;
  }

  /// The names that the schema's element may have: the stated one, else the inferred ones.
  List<String> namesOr(String inferred) {
    return name.map(List::of)
        .orElseGet(
            () ->
                component
                    .filter(other -> !other.equals(inferred))
                    .map(other -> List.of(inferred, other))
                    .orElseGet(() -> List.of(inferred)));
  }

  /// Whether a name's namespace is the one that is asked for; where none is, every one will do.
  boolean admitsNamespace(String expanded) {
    return namespace.isEmpty() || namespace.get().equals(XmlElement.namespace(expanded));
  }
}
