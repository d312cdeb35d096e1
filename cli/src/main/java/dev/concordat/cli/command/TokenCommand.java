package dev.concordat.cli.command;

import dev.concordat.cli.console.Console;
import dev.concordat.cli.registry.RegistryAddress;
import dev.concordat.cli.registry.TokenCalls;
import dev.concordat.cli.run.Installation;
import dev.concordat.model.run.Verdict;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// `concordat token`: who may use a registry.
final class TokenCommand implements Command {
  private final Console console;
  private final Installation installation;

  TokenCommand(Console console, Installation installation) {
    this.console = console;
    this.installation = installation;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Specs.command(
                "token",
                "Make, list and end tokens of a registry; needs one of scope admin.",
                "concordat token create checkout-ci --scope publish --scope deploy --team team-checkout --days 365",
                "concordat token list",
                "concordat token revoke 7")
            .addPositional(
                PositionalParamSpec.builder()
                    .paramLabel("create NAME | list | revoke NUMBER")
                    .arity("1..2")
                    .index("0..*")
                    .required(true)
                    .type(List.class)
                    .auxiliaryTypes(String.class)
                    .description("What to do.")
                    .build())
            .addOption(
                OptionSpec.builder("--scope")
                    .paramLabel("SCOPE")
                    .type(List.class)
                    .auxiliaryTypes(String.class)
                    .description("read, publish, deploy or admin. May be repeated. Default: read.")
                    .build())
            .addOption(
                Specs.option(
                    "--team", "NAME", String.class, "It writes to systems of this team only."))
            .addOption(
                Specs.option(
                    "--days",
                    "NUMBER",
                    Long.class,
                    "How long it lives. Default: until it is ended."));
    return RegistryFlags.on(spec);
  }

  @Override
  public Verdict run(ParseResult given) {
    Optional<RegistryAddress> address = RegistryFlags.address(console, installation, given);
    if (address.isEmpty()) {
      return Verdict.BAD_INPUT;
    }
    List<String> words = given.matchedPositionalValue(0, List.of());
    var calls = new TokenCalls(console, address.get(), RegistryFlags.isJson(given));
    String verb = words.isEmpty() ? "" : words.getFirst();
    if (verb.equals("list") && words.size() == 1) {
      return calls.list();
    }
    if (verb.equals("create") && words.size() == 2) {
      return calls.create(
          words.get(1),
          given.matchedOptionValue("--scope", List.of("read")),
          RegistryFlags.text(given, "--team"),
          given.hasMatchedOption("--days")
              ? Optional.of(given.matchedOptionValue("--days", 0L))
              : Optional.empty());
    }
    if (verb.equals("revoke") && words.size() == 2 && words.get(1).matches("[0-9]{1,18}")) {
      return calls.revoke(Long.parseLong(words.get(1)));
    }
    console.say("concordat: write 'token create NAME', 'token list' or 'token revoke NUMBER'.");
    return Verdict.BAD_INPUT;
  }
}
