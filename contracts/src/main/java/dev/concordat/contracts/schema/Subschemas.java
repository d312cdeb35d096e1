package dev.concordat.contracts.schema;

import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The schemas that stand directly inside a schema. What stands under other keys is data, whatever it looks like.
final class Subschemas {
  private static final Set<String> ONE_OR_MANY =
      Set.of(
          "items",
          "additionalItems",
          "additionalProperties",
          "unevaluatedItems",
          "unevaluatedProperties",
          "contains",
          "not",
          "if",
          "then",
          "else",
          "propertyNames",
          "contentSchema",
          "allOf",
          "anyOf",
          "oneOf",
          "prefixItems");
  private static final Set<String> NAMED =
      Set.of(
          "properties",
          "patternProperties",
          "definitions",
          "$defs",
          "dependentSchemas",
          "dependencies");

  private static final Set<String> DEFINITIONS = Set.of("definitions", "$defs");

  private Subschemas() {}

  /// Whether schemas may stand under a key.
  static boolean areIn(String key) {
    return ONE_OR_MANY.contains(key) || NAMED.contains(key);
  }

  static List<Node> of(Node node, Dialect dialect) {
    var found = new ArrayList<Node>();
    if (node instanceof ObjectNode object) {
      boolean onlyDefinitions = object.has("$ref") && dialect.ignoresSiblingsOfRef();
      for (int i = 0; i < object.size(); i++) {
        String name = object.nameAt(i);
        if (onlyDefinitions && !name.equals("definitions")) {
          continue;
        }
        if (ONE_OR_MANY.contains(name)) {
          addOneOrMany(object.valueAt(i), found);
        } else if (NAMED.contains(name)) {
          addNamed(object.valueAt(i), found);
        }
      }
    }
    return found;
  }

  /// Those that values meet: not what only stands there to be referred to, nor what describes an encoded text.
  static List<Node> applied(ObjectNode object, Dialect dialect) {
    var found = new ArrayList<Node>();
    if (object.has("$ref") && dialect.ignoresSiblingsOfRef()) {
      return found;
    }
    for (int i = 0; i < object.size(); i++) {
      String name = object.nameAt(i);
      if (ONE_OR_MANY.contains(name) && !name.equals("contentSchema")) {
        addOneOrMany(object.valueAt(i), found);
      } else if (NAMED.contains(name) && !DEFINITIONS.contains(name)) {
        addNamed(object.valueAt(i), found);
      }
    }
    return found;
  }

  private static void addOneOrMany(Node value, List<Node> found) {
    if (value instanceof ArrayNode array) {
      for (Node item : array.items()) {
        addSchema(item, found);
      }
    } else {
      addSchema(value, found);
    }
  }

  private static void addNamed(Node value, List<Node> found) {
    if (value instanceof ObjectNode named) {
      for (int i = 0; i < named.size(); i++) {
        addSchema(named.valueAt(i), found);
      }
    }
  }

  /// An array under a name is a list of required names (`dependencies`).
  private static void addSchema(Node value, List<Node> found) {
    if (!(value instanceof ArrayNode)) {
      found.add(value);
    }
  }
}
