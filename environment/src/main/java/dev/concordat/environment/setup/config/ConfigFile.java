package dev.concordat.environment.setup.config;

import dev.concordat.environment.setup.WrittenAcceptance;
import dev.concordat.environment.setup.WrittenBudget;
import dev.concordat.environment.setup.WrittenPromise;
import dev.concordat.environment.setup.workspace.Located;
import java.util.List;
import java.util.Optional;

/// concordat.yaml as written.
///
/// @param leftOut systems that are not to be looked at, though detected
public record ConfigFile(
    List<ConfigSystem> systems,
    List<String> leftOut,
    Optional<List<Located>> flows,
    List<WrittenPromise> promises,
    List<WrittenBudget> budgets,
    List<WrittenAcceptance> accepted) {
  /// Its name, in the workspace's root.
  public static final String NAME = "concordat.yaml";

  /// Nothing written.
  public static final ConfigFile NONE =
      new ConfigFile(List.of(), List.of(), Optional.empty(), List.of(), List.of(), List.of());

  public ConfigFile {
    systems = List.copyOf(systems);
    leftOut = List.copyOf(leftOut);
    promises = List.copyOf(promises);
    budgets = List.copyOf(budgets);
    accepted = List.copyOf(accepted);
  }
}
