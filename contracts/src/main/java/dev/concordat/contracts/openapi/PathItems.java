package dev.concordat.contracts.openapi;

import dev.concordat.contracts.reading.Reading;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Path items: where they stand, and the methods they have.
final class PathItems {
  /// Methods as they are written, each with what is sent.
  private static final Map<String, String> METHODS =
      Map.of(
          "get", "GET",
          "put", "PUT",
          "post", "POST",
          "delete", "DELETE",
          "options", "OPTIONS",
          "head", "HEAD",
          "patch", "PATCH",
          "trace", "TRACE",
          "query", "QUERY");

  private PathItems() {}

  /// A method of a path item.
  ///
  /// @param name as it is sent
  record Method(String name, ObjectNode.Member key) {}

  /// The path item at a node: where its `$ref` leads, and, since people write both, what stands beside the `$ref`.
  static List<ObjectNode> of(Reading reading, Node node, String noun) {
    var items = new ArrayList<ObjectNode>();
    if (Reading.isReference(node)
        && node instanceof ObjectNode own
        && own.members().stream().anyMatch(member -> METHODS.containsKey(member.name()))) {
      reading.add(
          Problem.warning(
              "contract/path-item-beside-ref",
              own.place(),
              noun + " has operations beside its $ref; OpenAPI does not say what that means",
              "move them to where the $ref leads; until then both are read"));
      items.add(own);
    }
    reading.object(node, noun).ifPresent(items::add);
    return items;
  }

  static List<Method> methods(Reading reading, ObjectNode item) {
    var methods = new ArrayList<Method>();
    for (ObjectNode.Member member : item.members()) {
      String sent = METHODS.get(member.name());
      if (sent != null) {
        methods.add(new Method(sent, member));
      }
    }
    for (ObjectNode.Member member : OpenApiReader.members(item.get("additionalOperations"))) {
      if (METHODS.containsKey(member.name().toLowerCase(Locale.ROOT))) {
        reading.add(
            Problem.warning(
                "contract/additional-standard-method",
                member.place(),
                "'" + member.name() + "' has a member of its own in path items",
                "move it from 'additionalOperations' to '"
                    + member.name().toLowerCase(Locale.ROOT)
                    + "'"));
      }
      methods.add(new Method(member.name(), member));
    }
    return methods;
  }
}
