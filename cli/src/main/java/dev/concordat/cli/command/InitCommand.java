package dev.concordat.cli.command;

import dev.concordat.cli.console.Console;
import dev.concordat.cli.run.Installation;
import dev.concordat.cli.run.Troubles;
import dev.concordat.environment.setup.Fact;
import dev.concordat.environment.setup.Setup;
import dev.concordat.environment.setup.reader.InitWriter;
import dev.concordat.environment.setup.reader.SetupReader;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.owner.Owner;
import dev.concordat.model.problem.Problem;
import dev.concordat.model.run.Verdict;
import dev.concordat.report.json.Members;
import dev.concordat.report.terminal.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `concordat init`: says what was detected and where each fact comes from, and writes it down as concordat.yaml.
final class InitCommand implements Command {
  private final Console console;
  private final Installation installation;

  InitCommand(Console console, Installation installation) {
    this.console = console;
    this.installation = installation;
  }

  @Override
  public CommandSpec spec() {
    return Specs.command(
            "init",
            "Detect systems, parts, links, contracts and owners, and write concordat.yaml.",
            "concordat init             detect, and write concordat.yaml here",
            "concordat init --dry-run   only say what would be detected, and from where",
            "concordat init shop        the same for another folder")
        .addPositional(
            Specs.positional("FOLDER", "0..1", Path.class, "The workspace. Default: this folder."))
        .addOption(Specs.flag("--dry-run", "Write nothing."))
        .addOption(Specs.flag("--force", "Replace a concordat.yaml that is there."))
        .addOption(Specs.format());
  }

  @Override
  public Verdict run(ParseResult given) {
    Path folder =
        installation.workingFolder().resolve(given.matchedPositionalValue(0, Path.of("")));
    Setup setup = SetupReader.detect(folder.normalize());
    if (given.matchedOptionValue("--format", OutputFormat.text) == OutputFormat.json) {
      console.out().println(JsonText.pretty(json(setup)));
    } else {
      tell(setup);
    }
    if (Troubles.tellProblems(console, setup.root(), setup.problems())) {
      return Verdict.BAD_INPUT;
    }
    if (given.matchedOptionValue("--dry-run", false)) {
      return Verdict.HOLDS;
    }
    try {
      Optional<Problem> refused =
          InitWriter.write(setup, given.matchedOptionValue("--force", false));
      if (refused.isPresent()) {
        Troubles.tellProblem(console, setup.root(), refused.get());
        return Verdict.BAD_INPUT;
      }
    } catch (IOException e) {
      console.say("concordat: cannot write concordat.yaml in " + folder + ": " + e.getMessage());
      return Verdict.BAD_INPUT;
    }
    console.say(
        "wrote "
            + folder.resolve("concordat.yaml")
            + "; now 'concordat test' starts and tests all of it");
    return Verdict.HOLDS;
  }

  private void tell(Setup setup) {
    Map<String, List<Fact>> subjects =
        setup.facts().stream()
            .collect(Collectors.groupingBy(Fact::subject, LinkedHashMap::new, Collectors.toList()));
    subjects.forEach(
        (subject, facts) -> {
          console.out().println(subject);
          setup.system(subject).ifPresent(system -> console.out().println(owner(system.owner())));
          facts.forEach(fact -> console.out().println(line(fact)));
        });
    if (!subjects.isEmpty()) {
      console.out().println();
      console
          .out()
          .println(
              Words.count(setup.systems().size(), "system")
                  + ", "
                  + Words.count(setup.parts().size(), "part")
                  + ", "
                  + Words.count(setup.flows().size(), "flow"));
    }
  }

  private static JsonValue json(Setup setup) {
    return new Members()
        .list(
            "systems",
            setup.systems(),
            system ->
                new Members()
                    .put("name", system.name())
                    .put("owner", system.owner().team())
                    .put("ownerReason", system.owner().reason())
                    .object())
        .list("facts", setup.facts(), InitCommand::json)
        .object();
  }

  private static JsonValue json(Fact fact) {
    return new Members()
        .put("subject", fact.subject())
        .put("statement", fact.statement())
        .put("file", fact.place().file())
        .put("line", fact.place().line())
        .put("sureness", fact.sureness().name().toLowerCase(Locale.ROOT))
        .object();
  }

  private static String owner(Owner owner) {
    return String.format("  %-72s %s", "is owned by " + owner.team(), owner.reason());
  }

  private static String line(Fact fact) {
    String sureness = fact.sureness().name().toLowerCase(Locale.ROOT);
    return String.format("  %-72s %s (%s)", fact.statement(), fact.place().shortForm(), sureness);
  }
}
