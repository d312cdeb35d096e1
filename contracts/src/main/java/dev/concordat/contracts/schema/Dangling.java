package dev.concordat.contracts.schema;

import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.Reference;
import dev.concordat.contracts.tree.Suggestions;
import dev.concordat.model.problem.DidYouMean;
import dev.concordat.model.problem.Problem;
import java.util.ArrayList;
import java.util.Optional;

/// A reference whose document is there, but not what it names.
final class Dangling {
  private Dangling() {}

  static Reference.Broken in(Resource resource, Node at, String reference, String fragment) {
    return new Reference.Broken(
        Problem.error(
            "contract/dangling-reference",
            at.place(),
            "the reference `"
                + reference
                + "` leads nowhere: `"
                + resource.root().place().file()
                + "` has no `"
                + fragment
                + "`",
            suggestion(resource, fragment)
                .map(found -> "did you mean `#" + found + "`?")
                .orElse("correct the reference, or add what it names")));
  }

  private static Optional<String> suggestion(Resource resource, String fragment) {
    if (fragment.startsWith("/")) {
      return Suggestions.pointer(resource.root(), fragment);
    }
    var names = new ArrayList<>(resource.anchors().keySet());
    names.addAll(resource.dynamicAnchors().keySet());
    return DidYouMean.closest(fragment, names);
  }
}
