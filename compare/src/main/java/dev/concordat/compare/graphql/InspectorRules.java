package dev.concordat.compare.graphql;

import dev.concordat.model.finding.Rule;
import java.util.Arrays;
import java.util.List;

/// The kinds of change that graphql-inspector names, with the rules that tell them here.
public final class InspectorRules {
  private InspectorRules() {}

  /// One of them.
  ///
  /// @param ours the worst first
  public record Named(String id, List<Rule> ours) {
    public Named {
      ours = List.copyOf(ours);
    }
  }

  /// All of them.
  public static List<Named> all() {
    return Arrays.stream(InspectorType.values())
        .map(
            type ->
                new Named(
                    type.name(), type.outcomes().stream().map(Outcome::rule).distinct().toList()))
        .toList();
  }
}
