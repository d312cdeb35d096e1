package dev.concordat.cli.command;

import dev.concordat.cli.console.Console;
import dev.concordat.cli.files.ContractSearch;
import dev.concordat.cli.run.Installation;
import dev.concordat.contracts.Contract;
import dev.concordat.contracts.ContractKind;
import dev.concordat.contracts.lint.Linter;
import dev.concordat.contracts.lint.Linter.Linted;
import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.contracts.tree.ReadLimits;
import dev.concordat.contracts.tree.ReferencePolicy;
import dev.concordat.model.problem.Problem;
import dev.concordat.model.run.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// `concordat lint`: reads contracts and tells all that is wrong with them. Nothing is started.
final class LintCommand implements Command {
  private final Console console;
  private final Installation installation;

  LintCommand(Console console, Installation installation) {
    this.console = console;
    this.installation = installation;
  }

  @Override
  public CommandSpec spec() {
    return Specs.command(
            "lint",
            "Read contracts and stubs, and tell what is wrong with them.",
            "concordat lint openapi.yaml                 one contract",
            "concordat lint .                            every contract below this folder",
            "concordat lint 'services/**/openapi.*'      those that the pattern matches",
            "concordat lint --strict api.yaml            warnings count as errors",
            "concordat lint --digest a.yaml b.json       the digests of what they mean")
        .addPositional(
            PositionalParamSpec.builder()
                .paramLabel("CONTRACT")
                .arity("1..*")
                .required(true)
                .index("0..*")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description("Files, folders, or patterns with * and **.")
                .build())
        .addOption(
            OptionSpec.builder("--allow-reference")
                .paramLabel("URL-PREFIX|FOLDER")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description(
                    "References may lead there too: to addresses below the prefix, or files below"
                        + " the folder.")
                .build())
        .addOption(Specs.flag("--strict", "Warnings count as errors."))
        .addOption(Specs.flag("--digest", "Print the digest of each contract's meaning and parts."))
        .addOption(Specs.format());
  }

  @Override
  public Verdict run(ParseResult given) {
    Path folder = installation.workingFolder().toAbsolutePath().normalize();
    var search = new ContractSearch(folder);
    List<String> asked = given.matchedPositionalValue(0, List.of());
    for (String each : asked) {
      if (!search.add(each)) {
        console.say(
            "concordat: there is no file or folder '" + each + "', and nothing matches it.");
        return Verdict.BAD_INPUT;
      }
    }
    var report =
        new LintReport(
            console,
            given.matchedOptionValue("--strict", false),
            given.matchedOptionValue("--digest", false));
    ReferencePolicy policy;
    try {
      policy =
          ReferencePolicy.allowing(
              folder, given.matchedOptionValue("--allow-reference", List.<String>of()));
    } catch (IllegalArgumentException wrong) {
      console.say("concordat: --allow-reference: " + wrong.getMessage());
      return Verdict.BAD_INPUT;
    }
    List<Linted> all = lint(search, policy);
    boolean isJson = given.matchedOptionValue("--format", OutputFormat.text) == OutputFormat.json;
    return isJson ? report.json(all) : report.text(all, search.root());
  }

  private List<Linted> lint(ContractSearch search, ReferencePolicy policy) {
    var linter = new Linter(new ContractReader(search.root(), ReadLimits.defaults(), policy));
    var all = new ArrayList<Linted>();
    int total = search.files().size();
    int done = 0;
    for (ContractSearch.Found found : search.files()) {
      progress(++done, total, found.file());
      Linted linted = linter.lint(found.file());
      if (found.isNamed() || isContract(linted.contract(), found.file())) {
        all.add(linted);
      }
    }
    if (console.live()) {
      console.err().print("\r\u001b[K");
      console.err().flush();
    }
    return all;
  }

  private void progress(int done, int total, Path file) {
    if (console.live() && total > 1) {
      console.err().print("\r\u001b[K" + done + "/" + total + " " + file.getFileName());
      console.err().flush();
    }
  }

  /// Of a folder, files that are no contracts are passed over; broken ones are told where their name says what they are.
  private static boolean isContract(Contract contract, Path file) {
    String name = String.valueOf(file.getFileName());
    boolean isMeant =
        name.contains("openapi") || name.contains("asyncapi") || name.contains("swagger");
    boolean isBroken = contract.problems().stream().anyMatch(Problem::isError);
    return contract.kind() != ContractKind.UNKNOWN || (isMeant && isBroken && Files.exists(file));
  }
}
