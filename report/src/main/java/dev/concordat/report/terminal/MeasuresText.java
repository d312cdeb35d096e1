package dev.concordat.report.terminal;

import dev.concordat.model.flowmap.FlowMap;
import dev.concordat.model.flowmap.ValueHop;
import dev.concordat.model.profile.Profile;
import dev.concordat.model.run.Measures;
import dev.concordat.model.timing.BudgetOutcome;
import dev.concordat.model.timing.BudgetResult;
import dev.concordat.model.timing.ComparedBudget;
import dev.concordat.report.profile.MeasuresWords;
import java.util.ArrayList;
import java.util.List;

/// What a run measured: a line or two for each profile and budget. Latencies are in the page and the JSON report.
final class MeasuresText {
  private final Style style;

  MeasuresText(Style style) {
    this.style = style;
  }

  List<String> lines(Measures measures) {
    List<String> lines = new ArrayList<>();
    for (BudgetResult budget : measures.budgets()) {
      lines.add(heading(budget.subject(), budget.outcome(), MeasuresWords.verdict(budget)));
      lines.add("        " + MeasuresWords.line(budget));
    }
    for (ComparedBudget budget : measures.compared()) {
      lines.add(heading(budget.subject(), budget.outcome(), MeasuresWords.verdict(budget)));
      lines.add("        " + MeasuresWords.line(budget));
    }
    if (!measures.values().isEmpty()) {
      lines.add(style.faint("values  ") + values(measures.values()));
    }
    for (Profile profile : measures.profiles()) {
      lines.add(style.faint("profile ") + MeasuresWords.heading(profile));
      lines.add("        " + MeasuresWords.line(profile));
    }
    return lines;
  }

  private String heading(String subject, BudgetOutcome outcome, String verdict) {
    String styled =
        switch (outcome) {
          case PASS -> style.good(verdict);
          case FAIL -> style.bad(verdict);
          case NOT_ENOUGH_RUNS -> style.warn(verdict);
        };
    return style.faint("budget  ") + subject + "  " + styled;
  }

  private static String values(FlowMap map) {
    long followed = map.hops().stream().filter(hop -> hop.probed() > 0).count();
    long changed = map.hops().stream().filter(hop -> hop.state() == ValueHop.State.CHANGED).count();
    return Words.count(map.hops().size(), "step")
        + " learned, "
        + followed
        + " followed, "
        + (changed == 0 ? "none changes a value" : changed + " with changed values")
        + " (the page draws them)";
  }
}
