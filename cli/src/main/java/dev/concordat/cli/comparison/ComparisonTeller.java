package dev.concordat.cli.comparison;

import dev.concordat.cli.console.Console;
import dev.concordat.cli.run.Installation;
import dev.concordat.model.comparison.ComparisonReport;
import dev.concordat.model.json.JsonText;
import dev.concordat.report.comparison.ComparisonAnnotations;
import dev.concordat.report.comparison.ComparisonFiles;
import dev.concordat.report.comparison.ComparisonJson;
import dev.concordat.report.comparison.ComparisonJunit;
import dev.concordat.report.comparison.ComparisonMarkdown;
import dev.concordat.report.comparison.ComparisonSarif;
import dev.concordat.report.comparison.ComparisonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Tells what came of a comparison in the form that was asked for.
final class ComparisonTeller {
  /// Problems with their lines; the JSON report has all of them.
  private static final int MAX_SAYINGS = 20;

  private static final String SUMMARY = "GITHUB_STEP_SUMMARY";

  private final Console console;
  private final Installation installation;
  private final Comparisons.Telling telling;

  ComparisonTeller(Console console, Installation installation, Comparisons.Telling telling) {
    this.console = console;
    this.installation = installation;
    this.telling = telling;
  }

  void tell(Told told) throws IOException {
    told.sayings().stream().limit(MAX_SAYINGS).forEach(console::say);
    if (told.sayings().size() > MAX_SAYINGS) {
      console.say(
          "and " + (told.sayings().size() - MAX_SAYINGS) + " more; concordat lint tells all");
    }
    console.out().print(text(told.report()));
    console.out().flush();
    if (telling.form() == OutputForm.github) {
      summarise(told.report());
    }
    if (telling.folder().isPresent()) {
      new ComparisonFiles(telling.folder().get()).write(told.report());
    }
  }

  private String text(ComparisonReport report) {
    return switch (telling.form()) {
      case text ->
          new ComparisonText(console.style(), console.width(), telling.isAll()).render(report);
      case json -> JsonText.pretty(ComparisonJson.of(report)) + "\n";
      case markdown -> ComparisonMarkdown.of(report);
      case sarif -> JsonText.pretty(ComparisonSarif.of(report)) + "\n";
      case github -> ComparisonAnnotations.of(report);
      case junit -> ComparisonJunit.of(report);
    };
  }

  /// GitHub shows what is appended to this file on the page of the run.
  private void summarise(ComparisonReport report) throws IOException {
    String file = installation.variables().getOrDefault(SUMMARY, "");
    if (!file.isEmpty()) {
      Files.writeString(
          Path.of(file),
          ComparisonMarkdown.of(report),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    }
  }
}
