package dev.concordat.contracts.pact;

import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.contracts.tree.ScalarNode;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// Looking into nodes.
final class Fields {
  private Fields() {}

  static Optional<Node> get(Node node, String name) {
    return node instanceof ObjectNode object ? object.get(name) : Optional.empty();
  }

  /// The first of several spellings that is there.
  static Optional<Node> first(Node node, String... names) {
    for (String name : names) {
      Optional<Node> found = get(node, name);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  static Optional<ObjectNode> object(Node node, String name) {
    return get(node, name).filter(ObjectNode.class::isInstance).map(ObjectNode.class::cast);
  }

  static List<Node> items(Node node, String name) {
    return get(node, name)
        .filter(ArrayNode.class::isInstance)
        .map(array -> ((ArrayNode) array).items())
        .orElse(List.of());
  }

  /// The member's string, or the digits of its number.
  static Optional<String> text(Node node, String name) {
    return get(node, name).flatMap(Fields::text);
  }

  static Optional<String> text(Node node) {
    return node instanceof ScalarNode scalar && !scalar.isNull()
        ? Optional.of(text(scalar.value()))
        : Optional.empty();
  }

  static String text(JsonValue value) {
    return value instanceof JsonString(String text) ? text : value.toString();
  }

  static JsonObject json(Node node, String name) {
    return get(node, name).map(Node::toJson).orElse(JsonObject.EMPTY) instanceof JsonObject object
        ? object
        : JsonObject.EMPTY;
  }
}
