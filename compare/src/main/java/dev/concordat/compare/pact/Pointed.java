package dev.concordat.compare.pact;

import dev.concordat.contracts.tree.Pointers;
import dev.concordat.model.matching.PathExpression;

/// Pact's path expressions as JSON Pointers, array indices as `*`.
final class Pointed {
  private Pointed() {}

  static String of(String path) {
    var out = new StringBuilder();
    for (String name : PathExpression.parse(path).names()) {
      boolean isIndex = name.chars().allMatch(Character::isDigit) && !name.isEmpty();
      out.append('/').append(isIndex ? "*" : Pointers.escape(name));
    }
    return out.toString();
  }
}
