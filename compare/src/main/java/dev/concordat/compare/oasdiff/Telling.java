package dev.concordat.compare.oasdiff;

import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import java.util.Set;

/// Whether two schemas say anything differently, at their own place, that names are given to. Most of those that are not
/// written alike differ in a description, or only further inside.
final class Telling {
  /// What nothing is named after.
  private static final Set<String> NOTES =
      Set.of(
          "title", "description", "example", "examples", "externalDocs", "$comment", "deprecated");

  /// Of these only is named that they come and go; what they say is further inside.
  private static final Set<String> INSIDE =
      Set.of("items", "additionalProperties", "not", "contains", "propertyNames");

  private Telling() {}

  /// True too where that takes a closer look.
  static boolean isAnythingElse(Pair pair) {
    return !(pair.before().schema().dialect() == pair.after().schema().dialect()
        && pair.before().schema().node() instanceof ObjectNode before
        && pair.after().schema().node() instanceof ObjectNode after
        && areTold(before, after)
        && areTold(after, before));
  }

  /// Whether all that the one says is said by the other.
  private static boolean areTold(ObjectNode one, ObjectNode other) {
    for (int i = 0; i < one.size(); i++) {
      String keyword = one.nameAt(i);
      if (!NOTES.contains(keyword)) {
        Node said = other.get(keyword).orElse(null);
        if (said == null || !isSame(keyword, one.valueAt(i), said)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isSame(String keyword, Node one, Node other) {
    return switch (keyword) {
      // Which schema of a list is which takes more than a look.
      case "$ref", "allOf", "anyOf", "oneOf", "prefixItems" -> false;
      case "properties" ->
          one instanceof ObjectNode own && other instanceof ObjectNode its && hasAll(own, its);
      default ->
          (INSIDE.contains(keyword) && one instanceof ObjectNode)
              ? other instanceof ObjectNode
              : one.toJson().equals(other.toJson());
    };
  }

  private static boolean hasAll(ObjectNode one, ObjectNode other) {
    for (int i = 0; i < one.size(); i++) {
      boolean areBoth =
          one.valueAt(i) instanceof ObjectNode
              && other.get(one.nameAt(i)).orElse(null) instanceof ObjectNode;
      if (!areBoth) {
        return false;
      }
    }
    return true;
  }
}
