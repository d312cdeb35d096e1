package dev.concordat.engine.plan;

import dev.concordat.engine.flow.Budget;
import dev.concordat.engine.timing.QuantileBudget;
import dev.concordat.engine.timing.RatioBudget;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One case for the limits of a flow, and one for each version that it is compared with.
final class FlowBudgets {
  private FlowBudgets() {}

  /// @param flows all cases of flows
  /// @param against the version to compare with, whatever the flows name; empty for what they name
  static List<PlannedCase> of(List<PlannedCase> flows, Optional<String> against) {
    List<PlannedCase> cases = new ArrayList<>();
    for (PlannedCase each : flows) {
      if (each instanceof PlannedCase.OfFlow flow) {
        add(flow, against, cases);
      }
    }
    return cases;
  }

  private static void add(
      PlannedCase.OfFlow flow, Optional<String> against, List<PlannedCase> cases) {
    List<Budget> limits = new ArrayList<>();
    Map<String, List<Budget>> byVersion = new LinkedHashMap<>();
    for (Budget budget : flow.flow().budget()) {
      switch (budget.rule()) {
        case QuantileBudget ignored -> limits.add(budget);
        case RatioBudget rule -> {
          RatioBudget asked = against.map(rule::against).orElse(rule);
          byVersion
              .computeIfAbsent(asked.version(), version -> new ArrayList<>())
              .add(new Budget(budget.step(), budget.runs(), asked, budget.sentence()));
        }
      }
    }
    if (!limits.isEmpty()) {
      cases.add(new PlannedCase.OfFlowBudget(flow.withBudget(limits)));
    }
    byVersion.forEach(
        (version, budgets) ->
            cases.add(new PlannedCase.OfFlowComparison(flow.withBudget(budgets), version)));
  }
}
