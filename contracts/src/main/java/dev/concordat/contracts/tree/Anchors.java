package dev.concordat.contracts.tree;

import dev.concordat.model.json.JsonNull;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.events.NodeEvent;

/// YAML's anchors and aliases. A repeated node is shared, not copied; what it would cost when written out is counted,
/// so that aliases of aliases end at a limit.
final class Anchors {
  private final TreeBuilder tree;
  private final ReadLimits limits;
  private final ReadProblems problems;
  private final Map<String, Anchor> anchors = new HashMap<>();
  private final Deque<Open> open = new ArrayDeque<>();
  private long aliased;

  /// A finished node that has a name.
  ///
  /// @param weight the values it holds, repeated ones included
  private record Anchor(Node node, long weight) {}

  /// A collection that is being read.
  private record Open(String anchor, long nodesBefore) {}

  Anchors(TreeBuilder tree, ReadLimits limits, ReadProblems problems) {
    this.tree = tree;
    this.limits = limits;
    this.problems = problems;
  }

  void started(NodeEvent event) {
    String name = event.getAnchor().map(anchor -> anchor.getValue()).orElse("");
    if (!name.isEmpty()) {
      anchors.remove(name);
    }
    open.push(new Open(name, tree.nodes() - 1));
  }

  void ended(Node node) {
    Open ended = open.pop();
    if (!ended.anchor().isEmpty()) {
      anchors.put(ended.anchor(), new Anchor(node, tree.nodes() - ended.nodesBefore()));
    }
  }

  void scalar(NodeEvent event, ScalarNode node) {
    event.getAnchor().ifPresent(name -> anchors.put(name.getValue(), new Anchor(node, 1)));
  }

  void alias(String name, int offset) {
    Anchor anchor = anchors.get(name);
    if (anchor == null) {
      reportMissing(name, offset);
      put(new Anchor(tree.detached(JsonNull.NULL, offset), 1), offset);
      return;
    }
    aliased += anchor.weight();
    if (aliased > limits.maxAliasedNodes()) {
      throw problems.aliasExpansion(name, offset, limits.maxAliasedNodes(), tree.pointer());
    }
    put(anchor, offset);
  }

  private void put(Anchor anchor, int offset) {
    if (tree.isAtKey()) {
      String name =
          anchor.node() instanceof ScalarNode scalar && scalar.text().isPresent()
              ? scalar.text().get()
              : tree.keyText(anchor.node(), offset);
      tree.key(name, offset, false);
    } else {
      tree.alias(anchor.node(), anchor.weight(), offset);
    }
  }

  private void reportMissing(String name, int offset) {
    if (open.stream().anyMatch(collection -> collection.anchor().equals(name))) {
      problems.recursiveAlias(name, offset, tree::pointer);
    } else {
      problems.unknownAnchor(name, offset, tree::pointer);
    }
  }

  void clear() {
    anchors.clear();
    open.clear();
  }
}
