package dev.concordat.drift.contract;

import dev.concordat.contracts.tree.Pointers;
import dev.concordat.drift.mock.Asked;
import dev.concordat.drift.mock.Mock;
import dev.concordat.model.matching.DocumentPath;
import dev.concordat.model.matching.RuleSet;
import java.util.List;

/// Whether a pact compares a place by a matcher, so that its value is an example only.
public final class PactMatchers {
  private PactMatchers() {}

  /// Whether a matcher applies to a place of the answer; never for mocks that are no pact.
  ///
  /// @param pointer `/items/*/price`, `header:Location`
  public static boolean rules(Mock mock, String pointer) {
    if (!(mock.asked() instanceof Asked.OfPact(var ignored, var interaction))) {
      return false;
    }
    var rules = interaction.response().rules();
    if (pointer.startsWith("header:")) {
      return applies(
          rules.headers(), DocumentPath.ROOT.field(pointer.substring("header:".length())));
    }
    return applies(rules.body(), path(pointer));
  }

  private static boolean applies(RuleSet rules, DocumentPath path) {
    return rules.best(path).isPresent();
  }

  /// Any item of a list stands for all.
  private static DocumentPath path(String pointer) {
    DocumentPath path = DocumentPath.ROOT;
    for (String token : Pointers.tokens(pointer).orElse(List.of())) {
      boolean isItem = token.equals("*") || token.matches("[0-9]{1,9}");
      path =
          isItem ? path.item(token.equals("*") ? 0 : Integer.parseInt(token)) : path.field(token);
    }
    return path;
  }
}
