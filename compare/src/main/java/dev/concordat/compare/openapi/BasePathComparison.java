package dev.concordat.compare.openapi;

import dev.concordat.compare.openapi.HttpChange.BasePathsChanged;
import dev.concordat.contracts.tree.Located;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Position.Part;
import dev.concordat.model.finding.AgreeRules;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// Compares what stands before all paths. Gateways put such a path on and take it off, so an operation that is found without
/// it is still found.
record BasePathComparison(Comparison comparison) {
  private static final int MAX_TRIED = 3;

  void compare(List<Endpoint> endpoints) {
    List<String> before = comparison.before().basePaths();
    List<String> after = comparison.after().basePaths();
    if (new TreeSet<>(before).equals(new TreeSet<>(after))) {
      return;
    }
    comparison.position(
        () -> {
          Optional<Evidence> lost = lost(endpoints);
          comparison.add(
              new BasePathsChanged(Endpoint.DOCUMENT, before, after),
              Part.DOCUMENT,
              "",
              "",
              AgreeRules.OPERATION_REMOVED,
              lost.isPresent() ? Impact.BREAKS : Impact.CLIENT_CODE,
              comparison
                  .roles()
                  .changed("the path before all paths", listed(before), listed(after)),
              sentence(comparison.before().written()),
              sentence(comparison.after().written()),
              () -> lost.orElseGet(Comparison::stated));
        });
  }

  /// A request to an old address that reaches nothing any more, although the operation is still there.
  private Optional<Evidence> lost(List<Endpoint> endpoints) {
    List<Endpoint> some =
        endpoints.stream()
            .filter(each -> each.kind() == Endpoint.Kind.OPERATION && each.isShared())
            .limit(MAX_TRIED)
            .toList();
    for (String base : comparison.before().basePaths()) {
      for (Endpoint endpoint : some) {
        if (comparison.witnesses().addressed(endpoint, base) instanceof Trial.Refused refused) {
          return Optional.of(refused.evidence());
        }
      }
    }
    return Optional.empty();
  }

  private static String listed(List<String> paths) {
    return String.join(", ", paths.stream().map(each -> "'" + each + "/'").toList());
  }

  private static Optional<Located> sentence(ObjectNode root) {
    return root.member("servers").or(() -> root.member("basePath")).map(it -> it);
  }
}
