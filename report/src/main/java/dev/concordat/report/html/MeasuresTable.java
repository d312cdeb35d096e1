package dev.concordat.report.html;

import dev.concordat.model.profile.Measurement;
import dev.concordat.model.profile.Profile;
import dev.concordat.model.run.Measures;
import dev.concordat.model.timing.BudgetResult;
import dev.concordat.model.timing.ComparedBudget;
import dev.concordat.model.timing.Latency;
import dev.concordat.report.picture.Markup;
import dev.concordat.report.profile.MeasuresWords;
import java.util.Locale;

/// What was measured: budgets, profiles with the experiment behind every value, latencies of links.
final class MeasuresTable {
  private final Markup page;

  MeasuresTable(Markup page) {
    this.page = page;
  }

  void write(Measures measures) {
    if (!measures.budgets().isEmpty() || !measures.compared().isEmpty()) {
      begin("Budgets");
      measures.budgets().forEach(this::budget);
      measures.compared().forEach(this::budget);
      end();
    }
    for (Profile profile : measures.profiles()) {
      begin("Profile: " + MeasuresWords.heading(profile) + ", called by " + profile.cause());
      profile.measurements().forEach(this::measurement);
      end();
    }
    if (!measures.latencies().isEmpty()) {
      begin("Latencies");
      measures.latencies().forEach(this::latency);
      end();
    }
  }

  private void begin(String title) {
    page.open("section", "class", "card").leaf("h2", title);
    page.open("div", "class", "scroll").open("table");
  }

  private void end() {
    page.close("table").close("div").close("section");
  }

  private void budget(BudgetResult result) {
    row(MeasuresWords.verdict(result), result.subject(), MeasuresWords.line(result), "");
  }

  private void budget(ComparedBudget result) {
    row(MeasuresWords.verdict(result), result.subject(), MeasuresWords.line(result), "");
  }

  private void measurement(Measurement it) {
    String sure = it.sureness().name().toLowerCase(Locale.ROOT);
    page.open("tr").leaf("td", it.trait().word(), "class", "outcome");
    page.open("td").text(it.reading().text());
    page.leaf("div", it.trait().meaning(), "class", "reason").close("td");
    page.leaf("td", it.experiment(), "class", "file");
    page.leaf("td", sure.equals("none") ? "" : sure, "class", "time").close("tr");
  }

  private void latency(Latency latency) {
    row(
        "answers",
        latency.link().consumer() + " → " + latency.operation(),
        MeasuresWords.line(latency),
        latency.waiting() == 0 ? "" : "with " + latency.waiting() + " that would have waited");
  }

  private void row(String first, String name, String text, String last) {
    page.open("tr").leaf("td", first, "class", "outcome").leaf("td", name);
    page.leaf("td", text, "class", "file").leaf("td", last, "class", "time").close("tr");
  }
}
