package dev.concordat.environment.setup.config;

import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.environment.setup.WrittenAcceptance;
import dev.concordat.environment.setup.WrittenBudget;
import dev.concordat.environment.setup.WrittenPromise;
import dev.concordat.environment.setup.workspace.Located;
import dev.concordat.environment.setup.workspace.Nodes;
import java.util.ArrayList;
import java.util.List;

/// What concordat.yaml promises: of calls, under `consumes.NAME.promises`, of messages, under `needs.NAME.promises`, of times, under `budgets`, and
/// which changes of values are agreed to, under `accepted`.
final class Agreements {
  private Agreements() {}

  static List<WrittenPromise> promises(List<ObjectNode.Member> systems) {
    List<WrittenPromise> promises = new ArrayList<>();
    for (ObjectNode.Member system : systems) {
      for (String kind : List.of("consumes", "needs")) {
        for (ObjectNode.Member link : members(system.value(), kind)) {
          promises(system, link, promises);
        }
      }
    }
    return promises;
  }

  private static void promises(
      ObjectNode.Member system, ObjectNode.Member link, List<WrittenPromise> promises) {
    for (ObjectNode.Member promise : members(link.value(), "promises")) {
      Nodes.text(promise.value())
          .ifPresent(
              value ->
                  promises.add(
                      new WrittenPromise(
                          system.name(),
                          link.name(),
                          promise.name(),
                          value,
                          promise.place(),
                          promise.sourceLine())));
    }
  }

  static List<WrittenBudget> budgets(List<ObjectNode.Member> systems) {
    List<WrittenBudget> budgets = new ArrayList<>();
    for (ObjectNode.Member system : systems) {
      for (ObjectNode.Member budget : members(system.value(), "budgets")) {
        Nodes.text(budget.value())
            .ifPresent(
                value ->
                    budgets.add(
                        new WrittenBudget(
                            system.name(),
                            budget.name(),
                            value,
                            budget.place(),
                            budget.sourceLine())));
      }
    }
    return budgets;
  }

  /// One for each transformation of each path.
  static List<WrittenAcceptance> accepted(List<ObjectNode.Member> paths) {
    List<WrittenAcceptance> accepted = new ArrayList<>();
    for (ObjectNode.Member path : paths) {
      String owner = text(path.value(), "owner");
      String reason = text(path.value(), "reason");
      Nodes.at(path.value(), "transformation").stream()
          .flatMap(written -> words(written).stream())
          .forEach(
              word ->
                  accepted.add(
                      new WrittenAcceptance(
                          path.name(), word, owner, reason, path.place(), path.sourceLine())));
    }
    return accepted;
  }

  private static List<String> words(Node written) {
    return written instanceof ArrayNode
        ? Nodes.texts(written).stream().map(Located::text).toList()
        : Nodes.text(written).stream().toList();
  }

  private static String text(Node node, String key) {
    return Nodes.textAt(node, key).map(Located::text).orElse("");
  }

  private static List<ObjectNode.Member> members(Node node, String name) {
    return Nodes.at(node, name).map(Nodes::members).orElse(List.of());
  }
}
