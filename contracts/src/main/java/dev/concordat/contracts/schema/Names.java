package dev.concordat.contracts.schema;

import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.contracts.tree.ScalarNode;
import dev.concordat.contracts.tree.UriReference;
import dev.concordat.model.json.JsonBoolean;
import java.util.Optional;

/// How a schema names itself: `$id`, `$anchor` and their kin in each dialect.
final class Names {
  private Names() {}

  /// The URI that starts a resource; nothing where the schema has no id, or one that is only an anchor.
  static Optional<String> id(ObjectNode object, Dialect dialect) {
    return written(object, dialect).filter(id -> !id.startsWith("#"));
  }

  private static Optional<String> written(ObjectNode object, Dialect dialect) {
    if (dialect.ignoresSiblingsOfRef() && object.has("$ref")) {
      return Optional.empty();
    }
    return text(object, dialect.spellsIdPlainly() ? "id" : "$id");
  }

  /// Notes the anchors that the schema sets in its resource.
  static void note(ObjectNode object, Resource resource) {
    Dialect dialect = resource.dialect();
    if (dialect.isModern()) {
      text(object, "$anchor").ifPresent(name -> resource.anchors().putIfAbsent(name, object));
      if (dialect.hasPrefixItems()) {
        text(object, "$dynamicAnchor")
            .ifPresent(name -> resource.dynamicAnchors().putIfAbsent(name, object));
      } else if (object.equals(resource.root()) && isTrue(object, "$recursiveAnchor")) {
        resource.markRecursiveAnchor();
      }
    } else {
      written(object, dialect)
          .flatMap(id -> UriReference.parse(id).fragment())
          .filter(name -> !name.isEmpty())
          .ifPresent(name -> resource.anchors().putIfAbsent(name, object));
    }
  }

  static Optional<String> text(ObjectNode object, String name) {
    return object.get(name).flatMap(Names::text);
  }

  static Optional<String> text(Node node) {
    return node instanceof ScalarNode scalar ? scalar.text() : Optional.empty();
  }

  static boolean isTrue(ObjectNode object, String name) {
    return object.get(name).orElse(object) instanceof ScalarNode scalar
        && scalar.value() instanceof JsonBoolean(boolean value)
        && value;
  }
}
