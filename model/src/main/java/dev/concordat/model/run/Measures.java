package dev.concordat.model.run;

import dev.concordat.model.flowmap.FlowMap;
import dev.concordat.model.profile.Profile;
import dev.concordat.model.timing.BudgetResult;
import dev.concordat.model.timing.ComparedBudget;
import dev.concordat.model.timing.Latency;
import java.util.List;

/// What a run measured.
///
/// @param profiles how links behave under disturbances
/// @param latencies how long undisturbed answers took
/// @param budgets what the runs say of them
/// @param compared what the runs of two versions say of budgets against another one
/// @param values how values go from system to system
public record Measures(
    List<Profile> profiles,
    List<Latency> latencies,
    List<BudgetResult> budgets,
    List<ComparedBudget> compared,
    FlowMap values) {
  /// Nothing was measured.
  public static final Measures NONE =
      new Measures(List.of(), List.of(), List.of(), List.of(), FlowMap.NONE);

  public Measures {
    profiles = List.copyOf(profiles);
    latencies = List.copyOf(latencies);
    budgets = List.copyOf(budgets);
    compared = List.copyOf(compared);
  }
}
