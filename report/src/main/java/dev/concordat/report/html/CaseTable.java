package dev.concordat.report.html;

import dev.concordat.model.run.CaseResult;
import dev.concordat.model.run.CaseResult.Outcome;
import dev.concordat.model.run.RunReport;
import dev.concordat.report.picture.Markup;
import dev.concordat.report.terminal.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Every case that was run, by group; groups in which something broke stand open.
final class CaseTable {
  private final Markup page;

  CaseTable(Markup page) {
    this.page = page;
  }

  void write(RunReport run) {
    if (run.cases().isEmpty()) {
      return;
    }
    Map<String, List<CaseResult>> groups =
        run.cases().stream()
            .collect(
                Collectors.groupingBy(CaseResult::group, LinkedHashMap::new, Collectors.toList()));
    page.open("section", "class", "card").leaf("h2", "Cases");
    groups.forEach(this::group);
    page.close("section");
  }

  private void group(String name, List<CaseResult> cases) {
    long broke =
        cases.stream()
            .filter(c -> c.outcome() == Outcome.BROKE || c.outcome() == Outcome.ERROR)
            .count();
    page.open("details", "class", broke > 0 ? "group broke" : "group");
    page.open("summary").leaf("b", name).text(" " + Words.count(cases.size(), "case"));
    page.text(broke > 0 ? ", " + broke + " broke" : "").close("summary");
    page.open("div", "class", "scroll").open("table");
    for (CaseResult result : cases) {
      row(result);
    }
    page.close("table").close("div").close("details");
  }

  private void row(CaseResult result) {
    String outcome = result.outcome().name().toLowerCase(Locale.ROOT);
    page.open("tr", "class", outcome);
    page.leaf("td", outcome, "class", "outcome");
    page.open("td").text(result.name());
    result.tags().forEach(tag -> page.text(" ").leaf("span", tag, "class", "tag"));
    page.leaf("div", result.reason(), "class", "reason");
    if (result.outcome() != Outcome.HELD && !result.steps().isEmpty()) {
      page.open("ol", "class", "steps");
      result
          .steps()
          .forEach(
              step ->
                  page.open("li", "class", step.outcome().name().toLowerCase(Locale.ROOT))
                      .leaf("b", step.name())
                      .text(" " + step.detail())
                      .close("li"));
      page.close("ol");
    }
    page.close("td");
    page.leaf("td", result.place().shortForm(), "class", "file");
    page.leaf("td", Words.duration(result.duration()), "class", "time");
    page.close("tr");
  }
}
