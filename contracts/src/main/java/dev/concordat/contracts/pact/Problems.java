package dev.concordat.contracts.pact;

import dev.concordat.contracts.tree.Node;
import dev.concordat.model.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/// Collects what is wrong with a pact file while it is read.
final class Problems {
  private final List<Problem> found = new ArrayList<>();

  Problems(List<Problem> already) {
    found.addAll(already);
  }

  void error(String rule, Node node, String message, String fix) {
    found.add(Problem.error(rule, node.place(), message, fix));
  }

  void warning(String rule, Node node, String message, String fix) {
    found.add(Problem.warning(rule, node.place(), message, fix));
  }

  List<Problem> all() {
    return List.copyOf(found);
  }
}
