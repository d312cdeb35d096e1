package dev.concordat.cli.recording;

import dev.concordat.cli.console.Console;
import dev.concordat.contracts.har.HarReader;
import dev.concordat.contracts.tree.Document;
import dev.concordat.contracts.tree.Documents;
import dev.concordat.contracts.tree.ProblemTexts;
import dev.concordat.model.exchange.HttpExchange;
import dev.concordat.model.fidelity.FidelityReport;
import dev.concordat.model.problem.Problem;
import dev.concordat.model.run.Verdict;
import dev.concordat.report.fidelity.FidelityJson;
import dev.concordat.report.fidelity.FidelityJunit;
import dev.concordat.report.fidelity.FidelityText;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Compares two recordings and tells what happened between them.
public final class Recordings {
  private final Console console;
  private final Path folder;

  /// @param folder the one in which the process was started
  public Recordings(Console console, Path folder) {
    this.console = console;
    this.folder = folder;
  }

  /// What standard output holds.
  public enum Form {
    text,
    json,
    junit
  }

  /// Reads both files and prints what happened.
  ///
  /// @param near recorded at the consumers' end
  /// @param far recorded at the providers' end
  public Verdict compare(String near, String far, Form form, boolean isAll) {
    Optional<List<HttpExchange>> sent = read(near);
    Optional<List<HttpExchange>> received = read(far);
    if (sent.isEmpty() || received.isEmpty()) {
      return Verdict.BAD_INPUT;
    }
    FidelityReport report = Findings.report(near, sent.get(), far, received.get());
    console
        .out()
        .print(
            switch (form) {
              case text -> new FidelityText(console.style(), isAll).render(report);
              case json -> FidelityJson.of(report);
              case junit -> FidelityJunit.of(report) + "\n";
            });
    console.out().flush();
    return report.verdict();
  }

  private Optional<List<HttpExchange>> read(String name) {
    Path file = folder.resolve(name).normalize();
    Path root = file.startsWith(folder) || file.getParent() == null ? folder : file.getParent();
    try {
      Document document = new Documents(root).read(file);
      HarReader.Archive archive = HarReader.exchanges(document);
      List<Problem> errors = archive.problems().stream().filter(Problem::isError).toList();
      var texts = new ProblemTexts(root);
      errors.forEach(problem -> console.say(texts.of(problem)));
      if (!HarReader.recognises(document.root()) && errors.isEmpty()) {
        console.say(
            "concordat: " + name + " is no HTTP archive (HAR): it has no log with entries.");
        return Optional.empty();
      }
      return errors.isEmpty() ? Optional.of(archive.exchanges()) : Optional.empty();
    } catch (IOException e) {
      console.say("concordat: " + name + " cannot be read: " + reason(e));
      return Optional.empty();
    }
  }

  private static String reason(IOException e) {
    return e instanceof NoSuchFileException
        ? "there is no such file"
        : String.valueOf(e.getMessage());
  }
}
