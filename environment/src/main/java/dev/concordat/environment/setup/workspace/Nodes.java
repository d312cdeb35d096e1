package dev.concordat.environment.setup.workspace;

import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.contracts.tree.ScalarNode;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonString;
import java.util.List;
import java.util.Optional;

/// Short ways to look into a tree that may have any shape.
public final class Nodes {
  private Nodes() {}

  public static Optional<ObjectNode> object(Node node) {
    return node instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
  }

  /// The members of an object; none of anything else.
  public static List<ObjectNode.Member> members(Node node) {
    return node instanceof ObjectNode object ? object.members() : List.of();
  }

  /// The items of an array; none of anything else.
  public static List<Node> items(Node node) {
    return node instanceof ArrayNode array ? array.items() : List.of();
  }

  /// The node at a path of member names such as `spec/owner`.
  public static Optional<Node> at(Node node, String path) {
    Optional<Node> here = Optional.of(node);
    for (String step : path.split("/", -1)) {
      here = here.flatMap(Nodes::object).flatMap(object -> object.get(step));
    }
    return here;
  }

  /// A scalar's text; numbers and booleans as written, nothing for null.
  public static Optional<String> text(Node node) {
    if (!(node instanceof ScalarNode scalar) || scalar.value() == JsonNull.NULL) {
      return Optional.empty();
    }
    return Optional.of(
        scalar.value() instanceof JsonString(String text) ? text : scalar.value().toString());
  }

  /// The scalar at a path, with its place.
  public static Optional<Located> textAt(Node node, String path) {
    return at(node, path).flatMap(Nodes::located);
  }

  public static Optional<Located> located(Node node) {
    return text(node).map(text -> new Located(text, node.place()));
  }

  /// The scalars of an array, or the one scalar itself.
  public static List<Located> texts(Node node) {
    return node instanceof ArrayNode array
        ? array.items().stream().flatMap(item -> located(item).stream()).toList()
        : located(node).stream().toList();
  }
}
