package dev.concordat.cli.command;

import dev.concordat.cli.console.Console;
import dev.concordat.cli.registry.RegistryAddress;
import dev.concordat.cli.registry.ThisVersion;
import dev.concordat.cli.run.Installation;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// What all commands that talk to a registry take.
final class RegistryFlags {
  private RegistryFlags() {}

  static CommandSpec on(CommandSpec spec) {
    return spec.addOption(
            Specs.option(
                "--registry",
                "URL",
                String.class,
                "Where the registry is. Default: "
                    + RegistryAddress.URL_VARIABLE
                    + ", else "
                    + RegistryAddress.DEFAULT
                    + ". Its token comes from "
                    + RegistryAddress.TOKEN_VARIABLE
                    + "."))
        .addOption(Specs.format());
  }

  /// The registry; empty where the address is none, which is said.
  static Optional<RegistryAddress> address(
      Console console, Installation installation, ParseResult given) {
    try {
      return Optional.of(RegistryAddress.of(text(given, "--registry"), installation.variables()));
    } catch (IllegalArgumentException wrong) {
      console.say("concordat: --registry: " + wrong.getMessage() + ".");
      return Optional.empty();
    }
  }

  static CommandSpec version(CommandSpec spec) {
    return spec.addOption(
            Specs.option(
                "--version",
                "TEXT",
                String.class,
                "The version. Default: the commit, as the build system or git says it."))
        .addOption(Specs.option("--branch", "NAME", String.class, "Default: detected likewise."))
        .addOption(
            Specs.option(
                "--build-url", "URL", String.class, "The build's page. Default: detected."));
  }

  static ThisVersion version(Installation installation, ParseResult given) {
    return ThisVersion.of(
        installation.workingFolder(),
        installation.variables(),
        text(given, "--version"),
        given.commandSpec().findOption("--branch") == null
            ? Optional.empty()
            : text(given, "--branch"),
        given.commandSpec().findOption("--build-url") == null
            ? Optional.empty()
            : text(given, "--build-url"));
  }

  static Optional<String> text(ParseResult given, String option) {
    return given.hasMatchedOption(option)
        ? Optional.of(given.matchedOptionValue(option, ""))
        : Optional.empty();
  }

  static boolean isJson(ParseResult given) {
    return given.matchedOptionValue("--format", OutputFormat.text) == OutputFormat.json;
  }
}
