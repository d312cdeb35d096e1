package dev.concordat.cli.command;

import dev.concordat.cli.console.Console;
import dev.concordat.cli.registry.AskGate;
import dev.concordat.cli.registry.RegistryAddress;
import dev.concordat.cli.registry.ThisVersion;
import dev.concordat.cli.run.Installation;
import dev.concordat.environment.setup.Setup;
import dev.concordat.environment.setup.SystemSpec;
import dev.concordat.environment.setup.reader.SetupReader;
import dev.concordat.model.run.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// `concordat gate`: may this ship?
final class GateCommand implements Command {
  private static final Pattern IGNORED =
      Pattern.compile(
          "(?<system>[^@:]+)(@(?<version>[^:]+))?:(?<owner>[^:]+):(?<until>\\d{4}-\\d\\d-\\d\\d)");

  private final Console console;
  private final Installation installation;

  GateCommand(Console console, Installation installation) {
    this.console = console;
    this.installation = installation;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Specs.command(
                "gate",
                "Ask the registry whether versions may be deployed, or merged: SAFE, UNSAFE or UNKNOWN, with the reasons.",
                "concordat gate --to production                the systems here, at this commit",
                "concordat gate orders@1.4.2 --to production",
                "concordat gate orders@1.4.2 payments@2.0 --to staging   both together",
                "concordat gate orders --merge                 with the main branches of the others",
                "concordat gate orders --to production --ignore payments:team-payments:2026-12-31",
                "",
                "Exit codes: 0 SAFE · 1 UNSAFE and UNKNOWN · 2 bad usage · 3 the registry does not answer")
            .addPositional(
                PositionalParamSpec.builder()
                    .paramLabel("SYSTEM[@VERSION]")
                    .arity("0..*")
                    .index("0..*")
                    .type(List.class)
                    .auxiliaryTypes(String.class)
                    .description(
                        "What is to ship together. Default: the systems here; the version: this commit.")
                    .build())
            .addOption(
                Specs.option("--to", "ENVIRONMENT", String.class, "Where it is to be deployed."))
            .addOption(
                OptionSpec.builder("--merge")
                    .paramLabel("BRANCH")
                    .arity("0..1")
                    .fallbackValue("")
                    .type(String.class)
                    .description(
                        "Instead: with the heads of the main branches, or of the named one.")
                    .build())
            .addOption(
                Specs.option(
                    "--version",
                    "TEXT",
                    String.class,
                    "The version where none is named. Default: this commit."))
            .addOption(
                OptionSpec.builder("--ignore")
                    .paramLabel("SYSTEM[@VERSION]:OWNER:DAY")
                    .type(List.class)
                    .auxiliaryTypes(String.class)
                    .description(
                        "Leave a system out until a day, for which OWNER answers. May be repeated.")
                    .build())
            .addOption(Specs.flag("--dry-run", "Show the answer and end with 0."));
    return RegistryFlags.on(spec);
  }

  @Override
  public Verdict run(ParseResult given) {
    Optional<RegistryAddress> address = RegistryFlags.address(console, installation, given);
    if (address.isEmpty()) {
      return Verdict.BAD_INPUT;
    }
    if (given.hasMatchedOption("--to") == given.hasMatchedOption("--merge")) {
      console.say("concordat: say where: --to ENVIRONMENT, or --merge.");
      return Verdict.BAD_INPUT;
    }
    List<AskGate.Ignored> ignored = new ArrayList<>();
    for (String word : given.matchedOptionValue("--ignore", List.<String>of())) {
      Matcher found = IGNORED.matcher(word);
      if (!found.matches()) {
        console.say(
            "concordat: --ignore "
                + word
                + ": write SYSTEM[@VERSION]:OWNER:DAY, as in payments:team-payments:2026-12-31.");
        return Verdict.BAD_INPUT;
      }
      ignored.add(
          new AskGate.Ignored(
              found.group("system"),
              Optional.ofNullable(found.group("version")),
              found.group("owner"),
              found.group("until")));
    }
    Optional<List<AskGate.Shipped>> versions = versions(given);
    return versions.isEmpty()
        ? Verdict.BAD_INPUT
        : new AskGate(console, address.get())
            .ask(
                new AskGate.Question(
                    versions.get(),
                    RegistryFlags.text(given, "--to"),
                    RegistryFlags.text(given, "--merge").filter(name -> !name.isEmpty()),
                    ignored,
                    given.matchedOptionValue("--dry-run", false)),
                RegistryFlags.isJson(given));
  }

  private Optional<List<AskGate.Shipped>> versions(ParseResult given) {
    List<String> words = given.matchedPositionalValue(0, List.of());
    if (words.isEmpty()) {
      Setup setup = SetupReader.read(installation.workingFolder(), installation.variables());
      words = setup.systems().stream().map(SystemSpec::name).toList();
    }
    if (words.isEmpty()) {
      console.say(
          "concordat: there is no system here; name one: 'concordat gate orders@1.4.2 --to …'.");
      return Optional.empty();
    }
    ThisVersion version = RegistryFlags.version(installation, given);
    List<AskGate.Shipped> versions = new ArrayList<>();
    for (String word : words) {
      int at = word.lastIndexOf('@');
      Optional<String> number = at > 0 ? Optional.of(word.substring(at + 1)) : version.number();
      if (number.isEmpty()) {
        console.say("concordat: which version of " + word + "? Write " + word + "@VERSION.");
        return Optional.empty();
      }
      versions.add(new AskGate.Shipped(at > 0 ? word.substring(0, at) : word, number.get()));
    }
    return Optional.of(versions);
  }
}
