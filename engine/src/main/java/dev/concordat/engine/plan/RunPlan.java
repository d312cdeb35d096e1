package dev.concordat.engine.plan;

import dev.concordat.engine.book.ContractBook;
import dev.concordat.engine.flow.State;
import dev.concordat.model.problem.Problem;
import java.util.List;
import java.util.Map;

/// What a run will do, decided before anything is started.
///
/// @param cases in the order in which they are tried: critical flows, other flows, contract cases
/// @param states named states that flows may begin with
/// @param problems what is wrong in flows and contracts; with an error among those of a flow, nothing should be run
/// @param notes what a reader must know: what was left out
public record RunPlan(
    PlanOptions options,
    ContractBook book,
    Map<String, State> states,
    List<PlannedCase> cases,
    List<Problem> problems,
    List<String> notes) {
  public RunPlan {
    states = Map.copyOf(states);
    cases = List.copyOf(cases);
    problems = List.copyOf(problems);
    notes = List.copyOf(notes);
  }

  /// Whether a flow cannot be run as it is written. What is wrong in a contract makes only its own sentences unusable.
  public boolean hasErrors() {
    return problems.stream()
        .anyMatch(problem -> problem.isError() && problem.rule().startsWith("flow/"));
  }
}
