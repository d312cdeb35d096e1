package dev.concordat.compare.pact;

import dev.concordat.contracts.pact.Generator;
import dev.concordat.contracts.tree.Pointers;
import dev.concordat.model.matching.DocumentPath;
import dev.concordat.model.matching.PathExpression;
import java.util.List;

/// Where generators put their values.
final class Generated {
  private Generated() {}

  /// @param part `path:id`, `query:limit`, `header:X-Key`, or `body`
  /// @param pointer the JSON Pointer in a body, array indices as `*`
  static boolean isAt(Generator generator, String part, String pointer) {
    int colon = part.indexOf(':');
    String kind = colon < 0 ? part : part.substring(0, colon);
    String name = part.substring(colon + 1);
    if (!generator.category().equals(kind)) {
      return false;
    }
    return switch (kind) {
      case "path" -> true;
      case "body" -> expression(generator).isExactFor(path(pointer));
      default ->
          generator.path().equalsIgnoreCase(name)
              || expression(generator).firstName().equalsIgnoreCase(name);
    };
  }

  private static PathExpression expression(Generator generator) {
    try {
      return PathExpression.parse(generator.path());
    } catch (IllegalArgumentException notAPath) {
      return PathExpression.ofName(generator.path());
    }
  }

  /// Any item will do where the pointer says `*`.
  private static DocumentPath path(String pointer) {
    DocumentPath path = DocumentPath.ROOT;
    for (String token : Pointers.tokens(pointer).orElseGet(List::of)) {
      path = token.equals("*") ? path.item(0) : path.field(token);
    }
    return path;
  }
}
