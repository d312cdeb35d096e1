package dev.concordat.cli.command;

import dev.concordat.cli.console.Console;
import dev.concordat.cli.registry.MigrateFrom;
import dev.concordat.cli.registry.RegistryAddress;
import dev.concordat.cli.run.Installation;
import dev.concordat.model.run.Verdict;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// `concordat migrate-from`: a running Pact Broker is copied into a registry.
final class MigrateFromCommand implements Command {
  private final Console console;
  private final Installation installation;

  MigrateFromCommand(Console console, Installation installation) {
    this.console = console;
    this.installation = installation;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Specs.command(
                "migrate-from",
                "Copy everything that a running Pact Broker keeps into a registry; needs scope admin.",
                "concordat migrate-from https://broker.example.org",
                "concordat migrate-from https://broker.example.org --from-user reader   with "
                    + MigrateFrom.PASSWORD_VARIABLE,
                "concordat migrate-from https://broker.example.org   once more: what is new since")
            .addPositional(
                PositionalParamSpec.builder()
                    .paramLabel("URL")
                    .arity("1")
                    .index("0")
                    .required(true)
                    .type(String.class)
                    .description(
                        "The broker's address. A token for it comes from "
                            + MigrateFrom.TOKEN_VARIABLE
                            + ".")
                    .build())
            .addOption(
                Specs.option(
                    "--from-user",
                    "NAME",
                    String.class,
                    "A user of the broker; the password comes from "
                        + MigrateFrom.PASSWORD_VARIABLE
                        + "."));
    return RegistryFlags.on(spec);
  }

  @Override
  public Verdict run(ParseResult given) {
    Optional<RegistryAddress> to = RegistryFlags.address(console, installation, given);
    if (to.isEmpty()) {
      return Verdict.BAD_INPUT;
    }
    RegistryAddress from;
    try {
      from = new RegistryAddress(given.matchedPositionalValue(0, ""), Optional.empty());
    } catch (IllegalArgumentException wrong) {
      console.say("concordat: " + wrong.getMessage() + ".");
      return Verdict.BAD_INPUT;
    }
    if (from.url().equals(to.get().url())) {
      console.say("concordat: " + from + " would be copied into itself.");
      return Verdict.BAD_INPUT;
    }
    return new MigrateFrom(console, from, to.get())
        .migrate(
            MigrateFrom.authorization(
                RegistryFlags.text(given, "--from-user"), installation.variables()),
            RegistryFlags.isJson(given));
  }
}
