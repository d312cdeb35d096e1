package dev.concordat.compare.oasdiff;

import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.tree.Node;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Whether two schemas are written alike, with all that they refer to. Not thread-safe.
final class SameWriting {
  private final Map<Both, Boolean> known = new HashMap<>();

  private record Both(Node before, Node after) {}

  private record Open(Schema before, Schema after) {}

  boolean isSame(Schema before, Schema after) {
    Set<Both> seen = new HashSet<>();
    Deque<Open> open = new ArrayDeque<>();
    open.add(new Open(before, after));
    while (!open.isEmpty()) {
      Open next = open.pop();
      Schema old = new Written(next.before).schema();
      Schema now = new Written(next.after).schema();
      var both = new Both(old.node(), now.node());
      boolean isNew = seen.add(both);
      boolean isKnownDifferent = Boolean.FALSE.equals(known.get(both));
      if (isKnownDifferent || (isNew && !known.containsKey(both) && !goInto(old, now, open))) {
        known.put(both, false);
        known.put(key(before, after), false);
        return false;
      }
    }
    seen.forEach(both -> known.put(both, true));
    return true;
  }

  private static Both key(Schema before, Schema after) {
    return new Both(new Written(before).schema().node(), new Written(after).schema().node());
  }

  /// Whether both are the same text; what is inside is looked at because it may refer to other texts.
  private static boolean goInto(Schema old, Schema now, Deque<Open> open) {
    if (!old.node().toJson().equals(now.node().toJson())) {
      return false;
    }
    List<Schema> before = old.view().inner();
    List<Schema> after = now.view().inner();
    for (int i = 0; i < Math.min(before.size(), after.size()); i++) {
      open.push(new Open(before.get(i), after.get(i)));
    }
    return before.size() == after.size();
  }
}
