package dev.concordat.contracts.avro;

import dev.concordat.contracts.reading.Reading;
import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.contracts.tree.ScalarNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// Finds what a document defines before anything is resolved, so that a name may stand before its definition.
final class DefinedNames {
  static final Set<String> NAMED = Set.of("record", "error", "enum", "fixed");

  private final Map<String, ObjectNode> nodes = new LinkedHashMap<>();

  /// The first definition of each full name.
  Map<String, ObjectNode> found() {
    return nodes;
  }

  void collect(Node node, String namespace) {
    switch (node) {
      case ScalarNode ignored -> {}
      case ArrayNode union -> union.items().forEach(branch -> collect(branch, namespace));
      case ObjectNode object -> collectObject(object, namespace);
    }
  }

  private void collectObject(ObjectNode object, String namespace) {
    String type = Reading.text(object, "type").orElse("");
    if (NAMED.contains(type)) {
      String full = AvroNames.defined(object, namespace).orElse("");
      if (!full.isEmpty()) {
        nodes.putIfAbsent(full, object);
      }
      collectFields(object, "fields", AvroNames.namespaceOf(full));
      return;
    }
    object.get("type").ifPresent(inner -> collect(inner, namespace));
    object.get("items").ifPresent(inner -> collect(inner, namespace));
    object.get("values").ifPresent(inner -> collect(inner, namespace));
  }

  /// The types of a list of fields or parameters.
  void collectFields(ObjectNode holder, String name, String namespace) {
    if (holder.get(name).orElse(null) instanceof ArrayNode fields) {
      for (Node field : fields.items()) {
        if (field instanceof ObjectNode object) {
          object.get("type").ifPresent(type -> collect(type, namespace));
        }
      }
    }
  }
}
