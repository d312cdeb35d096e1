package dev.concordat.cli.command;

import dev.concordat.cli.console.Console;
import dev.concordat.cli.provider.ProviderForm;
import dev.concordat.cli.provider.ProviderRequest;
import dev.concordat.cli.provider.ProviderRun;
import dev.concordat.cli.run.Installation;
import dev.concordat.conform.ConformOptions;
import dev.concordat.conform.access.UserCredentials;
import dev.concordat.model.run.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `concordat conform CONTRACT --url U`: one running provider against its contract, nothing else needed.
final class ConformCommand implements Command {
  private final Console console;
  private final Installation installation;
  private final ProviderRun provider;

  ConformCommand(Console console, Installation installation, ProviderRun provider) {
    this.console = console;
    this.installation = installation;
    this.provider = provider;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Specs.command(
            "conform",
            "Test one running provider against its contract: what it answers, what it lets in, what"
                + " its writes really do.",
            "concordat conform openapi.yaml --url http://localhost:8080",
            "concordat conform openapi.yaml --url http://localhost:8080 --budget 5m --report out",
            "concordat conform openapi.yaml --url http://localhost:8080 --dry-run",
            "concordat conform openapi.yaml --url https://staging.example --only safe",
            "concordat conform openapi.yaml --url http://localhost:8080 --bearer $ADA --user bearer:$BOB");
    spec.addPositional(Specs.positional("CONTRACT", "1", Path.class, "An OpenAPI document."));
    ConformFlags.addTo(spec);
    return spec;
  }

  @Override
  public Verdict run(ParseResult given) {
    ConformOptions options;
    List<UserCredentials> users;
    try {
      options = ConformFlags.options(given, console, installation);
      users = AccessFlags.users(given, installation);
    } catch (IllegalArgumentException wrong) {
      console.say("concordat: " + wrong.getMessage());
      return Verdict.BAD_INPUT;
    }
    Path folder = installation.workingFolder();
    return provider.run(
        new ProviderRequest(
            folder.resolve(given.<Path>matchedPositionalValue(0, Path.of(""))),
            options,
            users,
            Optional.ofNullable(given.<String>matchedOptionValue("--before", null)),
            !given.matchedOptionValue("--no-learned", false),
            Optional.ofNullable(given.<Path>matchedOptionValue("--learned", null))
                .map(folder::resolve),
            given.matchedOptionValue("--format", ProviderForm.text),
            given.matchedOptionValue("--all", false),
            Optional.ofNullable(given.<Path>matchedOptionValue("--report", null))
                .map(folder::resolve),
            Optional.ofNullable(given.<Path>matchedOptionValue("--record-verification", null))
                .map(folder::resolve)));
  }
}
