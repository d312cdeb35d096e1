package dev.concordat.cli.command;

import dev.concordat.cli.console.Console;
import dev.concordat.contracts.lint.Linter.Linted;
import dev.concordat.contracts.meaning.ContractMeaning;
import dev.concordat.contracts.meaning.Meaning;
import dev.concordat.contracts.tree.ProblemTexts;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.problem.Problem;
import dev.concordat.model.run.Verdict;
import dev.concordat.report.json.Members;
import dev.concordat.report.terminal.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Tells what was found in contracts: first every problem, then each file in a line, at last all in one.
final class LintReport {
  private final Console console;
  private final boolean isStrict;
  private final boolean hasDigests;

  LintReport(Console console, boolean isStrict, boolean hasDigests) {
    this.console = console;
    this.isStrict = isStrict;
    this.hasDigests = hasDigests;
  }

  Verdict text(List<Linted> all, Path root) {
    var texts = new ProblemTexts(root);
    for (Linted each : all) {
      each.problems().forEach(problem -> console.out().println(texts.of(problem)));
    }
    for (Linted each : all) {
      console.out().println(line(each));
      if (hasDigests) {
        Meaning.of(each.contract()).ifPresent(this::digests);
      }
    }
    long errors = count(all, true);
    long warnings = count(all, false);
    console
        .out()
        .println(
            (errors + warnings == 0 ? "no problems in " : problems(errors, warnings) + " in ")
                + Words.count(all.size(), "contract"));
    return verdict(errors, warnings);
  }

  private static String line(Linted each) {
    long errors = each.problems().stream().filter(Problem::isError).count();
    long warnings = each.problems().size() - errors;
    String sign = errors > 0 ? "✗ " : warnings > 0 ? "! " : "✓ ";
    return sign
        + each.contract().file()
        + "  "
        + each.contract().kind().label()
        + (each.problems().isEmpty() ? "" : "  " + problems(errors, warnings));
  }

  private void digests(ContractMeaning meaning) {
    console.out().println("    " + meaning.digest());
    meaning.parts().forEach((id, digest) -> console.out().println("    " + digest + "  " + id));
  }

  private static String problems(long errors, long warnings) {
    String both = errors > 0 && warnings > 0 ? ", " : "";
    return (errors > 0 ? Words.count(errors, "error") : "")
        + both
        + (warnings > 0 ? Words.count(warnings, "warning") : "");
  }

  private static long count(List<Linted> all, boolean isError) {
    return all.stream()
        .flatMap(each -> each.problems().stream())
        .filter(problem -> problem.isError() == isError)
        .count();
  }

  private Verdict verdict(long errors, long warnings) {
    return errors > 0 || (isStrict && warnings > 0) ? Verdict.FINDINGS : Verdict.HOLDS;
  }

  Verdict json(List<Linted> all) {
    long errors = count(all, true);
    long warnings = count(all, false);
    JsonObject report =
        new Members()
            .put("errors", errors)
            .put("warnings", warnings)
            .list("contracts", all, this::contract)
            .object();
    console.out().println(JsonText.pretty(report));
    return verdict(errors, warnings);
  }

  private JsonValue contract(Linted linted) {
    var members =
        new Members()
            .put("file", linted.contract().file())
            .put("kind", linted.contract().kind().label())
            .put("title", linted.contract().title());
    if (hasDigests) {
      Meaning.of(linted.contract())
          .ifPresent(
              found -> {
                var parts = new Members();
                found.parts().forEach(parts::put);
                members.put("digest", found.digest()).put("parts", parts.object());
              });
    }
    return members.list("problems", linted.problems(), LintReport::problem).object();
  }

  private static JsonValue problem(Problem problem) {
    return new Members()
        .put("rule", problem.rule())
        .put("severity", problem.severity().name().toLowerCase(Locale.ROOT))
        .put("message", problem.message())
        .put("fix", problem.fix())
        .put("file", problem.place().file())
        .put("line", problem.place().line())
        .put("column", problem.place().column())
        .put("pointer", problem.place().pointer())
        .object();
  }
}
