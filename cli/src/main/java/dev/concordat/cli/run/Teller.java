package dev.concordat.cli.run;

import dev.concordat.cli.console.Console;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.problem.Problem;
import dev.concordat.model.run.Measures;
import dev.concordat.model.run.RunReport;
import dev.concordat.model.run.Trouble;
import dev.concordat.model.run.Verdict;
import dev.concordat.report.ReportFiles;
import dev.concordat.report.json.JsonReport;
import dev.concordat.report.terminal.TerminalReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Tells a run: the report on standard output, its files, and where they are.
final class Teller {
  private final Console console;
  private final TestOptions options;
  private final Instant startedAt = Instant.now();

  Teller(Console console, TestOptions options) {
    this.console = console;
    this.options = options;
  }

  /// Why the folder that was asked for cannot take the report. Known before anything is started, since nobody wants to
  /// learn it after the run.
  Optional<Trouble> unwritable() {
    if (options.report().isEmpty()) {
      return Optional.empty();
    }
    Path folder = options.report().get();
    try {
      Files.delete(Files.createTempFile(Files.createDirectories(folder), ".probe", ""));
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(
          new Trouble(
              Trouble.Kind.INPUT,
              "--report",
              "the folder " + folder + " cannot be written to: " + e.getClass().getSimpleName(),
              "name a folder that can be made and written to",
              List.of()));
    }
  }

  void tell(RunReport report, Path runFolder) throws IOException {
    print(report);
    ReportFiles files = new ReportFiles(options.report().orElse(runFolder));
    files.write(report);
    console.say("");
    console.say("report  " + files.page().toUri());
  }

  /// Errors in what a person wrote, which standard error has already been told of in full.
  Verdict tellErrors(List<Problem> problems) {
    return keep(Troubles.ofErrors(problems)).verdict();
  }

  /// What stopped the run before it could prove anything.
  Verdict tellFailure(List<Trouble> troubles) {
    RunReport report = keep(troubles);
    return options.isJson() ? report.verdict() : Troubles.tell(console, troubles);
  }

  /// A run that never began is a report like any other, so that CI sees an error.
  private RunReport keep(List<Trouble> troubles) {
    RunReport report =
        new RunReport(
            "none",
            options.workspace().toString(),
            options.seed(),
            startedAt,
            Duration.ZERO,
            Duration.between(startedAt, Instant.now()),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            troubles,
            Map.of(),
            Measures.NONE,
            List.of());
    if (options.report().isPresent() && unwritable().isEmpty()) {
      try {
        new ReportFiles(options.report().get()).write(report);
      } catch (IOException e) {
        console.say(
            "the report cannot be written to " + options.report().get() + ": " + e.getMessage());
      }
    }
    if (options.isJson()) {
      print(report);
    }
    return report;
  }

  private void print(RunReport report) {
    console
        .out()
        .print(
            options.isJson()
                ? JsonText.pretty(JsonReport.of(report)) + "\n"
                : new TerminalReport(console.style()).render(report));
    console.out().flush();
  }
}
