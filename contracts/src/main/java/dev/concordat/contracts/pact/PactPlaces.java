package dev.concordat.contracts.pact;

import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.matching.Difference;
import dev.concordat.model.matching.PathExpression;
import dev.concordat.model.place.Place;
import java.util.List;
import java.util.Optional;

/// Finds the sentence of a pact file that a difference is about.
final class PactPlaces {
  private PactPlaces() {}

  /// The member of a message, or the message where it is not stated.
  static Place of(Node message, String... members) {
    return Fields.first(message, members).orElse(message).place();
  }

  /// A named member of a member, whatever its case: a header, a query parameter.
  static Place named(Node message, String member, String name) {
    if (Fields.get(message, member).orElse(message) instanceof ObjectNode all && all != message) {
      for (ObjectNode.Member one : all.members()) {
        if (one.name().equalsIgnoreCase(name)) {
          return one.place();
        }
      }
      return all.place();
    }
    return of(message, member);
  }

  /// The value in a JSON body that a difference is about, or the nearest one above it that is there.
  static Place inBody(Node message, Difference difference) {
    Optional<Node> body = Fields.first(message, "body", "contents", "content");
    if (body.isEmpty()) {
      return message.place();
    }
    Node at = Fields.get(body.get(), "content").orElse(body.get());
    for (String step : steps(difference.path())) {
      Optional<Node> next = child(at, step);
      if (next.isEmpty()) {
        break;
      }
      at = next.get();
    }
    return at.place();
  }

  private static Optional<Node> child(Node node, String step) {
    if (node instanceof ArrayNode array && step.chars().allMatch(Character::isDigit)) {
      int index = step.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(step);
      int count = array.items().size();
      // An item beyond the expected ones was compared with the first.
      return count == 0
          ? Optional.empty()
          : Optional.of(array.items().get(index < count ? index : 0));
    }
    return Fields.get(node, step);
  }

  private static List<String> steps(String path) {
    try {
      return PathExpression.parse(path).names();
    } catch (IllegalArgumentException e) {
      return List.of();
    }
  }
}
