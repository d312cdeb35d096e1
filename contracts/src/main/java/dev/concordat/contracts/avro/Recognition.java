package dev.concordat.contracts.avro;

import dev.concordat.contracts.reading.Reading;
import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.contracts.tree.ScalarNode;

/// Tells Avro documents from others by what only they have.
final class Recognition {
  private Recognition() {}

  /// A definition, a list or map of something of Avro's, or a union with a definition in it.
  static boolean isSchema(Node root) {
    return switch (root) {
      case ScalarNode ignored -> false;
      case ObjectNode object -> isDefinition(object) || isCollection(object);
      case ArrayNode union ->
          union.items().stream().anyMatch(Recognition::isSchema)
              && union.items().stream().allMatch(Recognition::isBranch);
    };
  }

  private static boolean isBranch(Node node) {
    return isSchema(node)
        || (node instanceof ScalarNode scalar && scalar.text().isPresent())
        || (node instanceof ObjectNode object && isPrimitive(object));
  }

  private static boolean isPrimitive(ObjectNode object) {
    return Reading.text(object, "type").flatMap(AvroType.Kind::named).isPresent();
  }

  private static boolean isDefinition(ObjectNode object) {
    return switch (Reading.text(object, "type").orElse("")) {
      case "record", "error" ->
          object.get("fields").orElse(null) instanceof ArrayNode && object.has("name");
      case "enum" -> object.get("symbols").orElse(null) instanceof ArrayNode && object.has("name");
      case "fixed" -> object.get("size").orElse(null) instanceof ScalarNode && object.has("name");
      default -> false;
    };
  }

  /// JSON Schema has `items` too, but never a text or a list of names.
  private static boolean isCollection(ObjectNode object) {
    String part =
        switch (Reading.text(object, "type").orElse("")) {
          case "array" -> "items";
          case "map" -> "values";
          default -> "";
        };
    return switch (object.get(part).orElse(null)) {
      case ScalarNode scalar -> scalar.text().flatMap(AvroType.Kind::named).isPresent();
      case ArrayNode union ->
          !union.items().isEmpty()
              && union.items().stream()
                  .allMatch(
                      item ->
                          isSchema(item)
                              || (item instanceof ScalarNode scalar && scalar.text().isPresent()));
      case ObjectNode inner -> isSchema(inner);
      case null -> false;
    };
  }

  /// Stubs have a `protocol` too; theirs stands beside other things.
  static boolean isProtocol(Node root) {
    return root instanceof ObjectNode object
        && Reading.text(object, "protocol").isPresent()
        && !object.has("stubs")
        && (object.get("messages").orElse(null) instanceof ObjectNode
            || (object.get("types").orElse(null) instanceof ArrayNode types
                && types.items().stream().anyMatch(Recognition::isSchema)));
  }
}
