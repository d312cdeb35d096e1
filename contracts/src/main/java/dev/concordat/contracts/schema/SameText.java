package dev.concordat.contracts.schema;

import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.NodePair;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.contracts.tree.ScalarNode;
import dev.concordat.model.json.JsonString;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Tells whether two schemas are written alike, word by word, with all that they refer to. Most of a new version of a
/// contract is, and finding that out costs less than compiling it. That they are not says nothing: the same may be said in
/// other words. Not thread-safe.
public final class SameText {
  private static final int NO_ASSUMPTION = Integer.MAX_VALUE;

  /// Longest chain of references, and deepest nodes of one text.
  private static final int MAX_DEPTH = 400;

  private final Map<NodePair, Boolean> known = new HashMap<>();
  private final Map<NodePair, Integer> open = new HashMap<>();
  private int lowestAssumed = NO_ASSUMPTION;

  public boolean isSame(Schema before, Schema after) {
    var pair = new NodePair(before.node(), after.node());
    Boolean told = known.get(pair);
    if (told != null) {
      return told;
    }
    Integer depth = open.get(pair);
    if (depth != null) {
      // Texts that come back to each other differ only if they differ on the way.
      lowestAssumed = Math.min(lowestAssumed, depth);
      return true;
    }
    return answer(pair, before, after);
  }

  private boolean answer(NodePair pair, Schema before, Schema after) {
    int depth = open.size();
    if (depth > MAX_DEPTH) {
      return false;
    }
    int outer = lowestAssumed;
    lowestAssumed = NO_ASSUMPTION;
    open.put(pair, depth);
    boolean isSame =
        before.dialect() == after.dialect()
            && isSame(before.node(), after.node(), before, after, 0);
    open.remove(pair);
    if (!isSame || lowestAssumed >= depth) {
      known.put(pair, isSame);
    }
    lowestAssumed = Math.min(outer, lowestAssumed >= depth ? NO_ASSUMPTION : lowestAssumed);
    return isSame;
  }

  private boolean isSame(Node before, Node after, Schema old, Schema now, int depth) {
    return switch (before) {
      case ScalarNode scalar ->
          after instanceof ScalarNode other && scalar.value().equals(other.value());
      case ArrayNode array ->
          after instanceof ArrayNode other
              && depth < MAX_DEPTH
              && areSame(array.items(), other.items(), old, now, depth);
      case ObjectNode object ->
          after instanceof ObjectNode other
              && depth < MAX_DEPTH
              && areMembersSame(object, other, old, now, depth);
    };
  }

  private boolean areSame(List<Node> before, List<Node> after, Schema old, Schema now, int depth) {
    if (before.size() != after.size()) {
      return false;
    }
    for (int i = 0; i < before.size(); i++) {
      if (!isSame(before.get(i), after.get(i), old, now, depth + 1)) {
        return false;
      }
    }
    return true;
  }

  private boolean areMembersSame(
      ObjectNode before, ObjectNode after, Schema old, Schema now, int depth) {
    if (before.size() != after.size()) {
      return false;
    }
    for (int i = 0; i < before.size(); i++) {
      String name = before.nameAt(i);
      Node was = before.valueAt(i);
      Node is = after.valueAt(i);
      if (!name.equals(after.nameAt(i))
          || !isSame(was, is, old, now, depth + 1)
          || !leadsAlike(name, was, is, old, now, depth)) {
        return false;
      }
    }
    return true;
  }

  /// What is named by a URI of its own, or chosen on the way of a value, is more than its text.
  private boolean leadsAlike(String name, Node was, Node is, Schema old, Schema now, int depth) {
    if (!(was instanceof ScalarNode before
        && is instanceof ScalarNode after
        && before.value() instanceof JsonString(String text))) {
      return true;
    }
    return switch (name) {
      case "$ref" -> {
        Optional<Schema> from = old.loader().lookUp(old, before, text);
        Optional<Schema> to = now.loader().lookUp(now, after, text);
        yield from.isPresent() && to.isPresent() && isSame(from.get(), to.get());
      }
      case "$dynamicRef", "$recursiveRef" -> false;
      case "$id" -> depth == 0;
      case "id" -> depth == 0 || !old.dialect().spellsIdPlainly();
      default -> true;
    };
  }
}
