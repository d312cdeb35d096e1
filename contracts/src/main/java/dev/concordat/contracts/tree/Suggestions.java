package dev.concordat.contracts.tree;

import dev.concordat.model.problem.DidYouMean;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds what a person may have meant.
public final class Suggestions {
  private Suggestions() {}

  /// The pointer with its first wrong token replaced by the nearest name there is.
  public static Optional<String> pointer(Node root, String pointer) {
    List<String> tokens = Pointers.tokens(pointer).orElse(List.of());
    var right = new ArrayList<String>();
    Node at = root;
    for (String token : tokens) {
      Optional<Node> next = Pointers.follow(at, "/" + Pointers.escape(token));
      String taken = token;
      if (next.isEmpty() && at instanceof ObjectNode object) {
        List<String> names = object.members().stream().map(ObjectNode.Member::name).toList();
        taken = DidYouMean.closest(token, names).orElse("");
        next = object.get(taken);
      }
      if (next.isEmpty()) {
        return Optional.empty();
      }
      right.add(Pointers.escape(taken));
      at = next.get();
    }
    return right.isEmpty() ? Optional.empty() : Optional.of("/" + String.join("/", right));
  }
}
