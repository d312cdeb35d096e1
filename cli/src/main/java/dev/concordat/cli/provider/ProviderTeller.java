package dev.concordat.cli.provider;

import dev.concordat.cli.console.Console;
import dev.concordat.model.conform.ConformReport;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.run.Verdict;
import dev.concordat.report.WholeFile;
import dev.concordat.report.conform.ConformAnnotations;
import dev.concordat.report.conform.ConformFiles;
import dev.concordat.report.conform.ConformJson;
import dev.concordat.report.conform.ConformJunit;
import dev.concordat.report.conform.ConformSarif;
import dev.concordat.report.conform.ConformText;
import java.io.IOException;
import java.nio.file.Path;

/// Tells the report of a run against a provider: on standard output in one form, in a folder in all.
final class ProviderTeller {
  private final Console console;

  ProviderTeller(Console console) {
    this.console = console;
  }

  Verdict tell(ConformReport report, ProviderRequest request) {
    console.out().print(text(report, request));
    console.out().flush();
    if (request.folder().isPresent() && !write(report, request.folder().get())) {
      return Verdict.BAD_INPUT;
    }
    return report.verdict();
  }

  private String text(ConformReport report, ProviderRequest request) {
    return switch (request.form()) {
      case text ->
          new ConformText(console.style(), console.width(), request.isAll()).render(report);
      case json -> JsonText.pretty(ConformJson.of(report)) + "\n";
      case junit -> ConformJunit.of(report);
      case sarif -> JsonText.pretty(ConformSarif.of(report)) + "\n";
      case har -> ConformHar.of(report);
      case github -> ConformAnnotations.of(report);
    };
  }

  private boolean write(ConformReport report, Path folder) {
    try {
      new ConformFiles(folder).write(report);
      WholeFile.write(folder.resolve("conform.har"), ConformHar.of(report));
      return true;
    } catch (IOException e) {
      console.say("concordat: the report cannot be written: " + e.getMessage());
      return false;
    }
  }
}
