package dev.concordat.cli.command;

import dev.concordat.cli.console.Console;
import dev.concordat.cli.pact.BrokerAccess;
import dev.concordat.cli.pact.Selectors;
import dev.concordat.cli.pact.Verify;
import dev.concordat.cli.pact.VerifyForm;
import dev.concordat.cli.pact.VerifyRequest;
import dev.concordat.cli.registry.RegistryAddress;
import dev.concordat.cli.run.Installation;
import dev.concordat.environment.setup.SystemSpec;
import dev.concordat.environment.setup.reader.SetupReader;
import dev.concordat.model.run.Verdict;
import java.net.URI;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// `concordat verify`: does the running provider keep the pacts of its consumers?
final class VerifyCommand implements Command {
  private final Console console;
  private final Installation installation;

  VerifyCommand(Console console, Installation installation) {
    this.console = console;
    this.installation = installation;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Specs.command(
            "verify",
            "Verify a running provider against the pacts of its consumers: those of a registry, of"
                + " any Pact Broker, or of files.",
            "concordat verify --provider payments --url http://localhost:8080",
            "concordat verify --provider payments --url http://localhost:8080 --states-url"
                + " http://localhost:8080/_pact/state",
            "concordat verify --url http://localhost:8080 --selector main --selector"
                + " environment=production --pending --wip-since 2026-01-01 --publish",
            "concordat verify pacts --url http://localhost:8080",
            "",
            "Exit codes: 0 all pacts are kept · 1 one is broken · 2 bad usage, or no pact · 3"
                + " nobody answers");
    spec.addPositional(
            PositionalParamSpec.builder()
                .paramLabel("PACT")
                .arity("0..*")
                .index("0..*")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description("Files, folders or patterns. Default: what the registry has.")
                .build())
        .addOption(
            OptionSpec.builder("--url")
                .paramLabel("URL")
                .type(URI.class)
                .required(true)
                .description("Where the provider answers.")
                .build())
        .addOption(
            Specs.option(
                "--provider",
                "NAME",
                String.class,
                "Its name in the registry. Default: the one system here that has a name."))
        .addOption(
            Specs.option(
                "--states-url",
                "URL",
                URI.class,
                "Who sets provider states up: is sent POST {state, params, action} before each"
                    + " interaction."))
        .addOption(
            Specs.flag(
                "--states-teardown", "Ask it with action teardown after each interaction too."))
        .addOption(
            Specs.option(
                "--messages-url",
                "URL",
                URI.class,
                "Who makes messages: is sent POST {description, providerStates}. Default: the"
                    + " provider's root."));
    spec.addOption(Specs.texts("--header", "'NAME: VALUE'", "A header of every request."))
        .addOption(Specs.option("--bearer", "TOKEN", String.class, "A token for every request."))
        .addOption(
            Specs.option("--basic", "USER:PASSWORD", String.class, "For HTTP's Basic scheme."))
        .addOption(Specs.flag("--insecure", "Take the provider's certificate as it is."))
        .addOption(
            Specs.texts(
                "--selector",
                "SELECTOR",
                "Which versions of consumers: " + Selectors.WORDS + ". May be repeated."))
        .addOption(
            Specs.flag("--pending", "Pacts that never held may fail without failing the build."))
        .addOption(
            Specs.option(
                "--wip-since",
                "DAY",
                String.class,
                "With work in progress of consumers since this day."))
        .addOption(
            Specs.texts("--tag", "NAME", "A tag of the version that is verified. May be repeated."))
        .addOption(
            Specs.option(
                "--only",
                "TEXT",
                String.class,
                "Only interactions with this text in their description."))
        .addOption(Specs.flag("--publish", "Tell the registry what came of it."))
        .addOption(Specs.flag("--allow-none", "End with 0 where there is no pact to verify."))
        .addOption(Specs.option("--report", "DIR", Path.class, "Write all formats there."))
        .addOption(
            Specs.option(
                "--registry",
                "URL",
                String.class,
                "Where pacts come from. Default: "
                    + RegistryAddress.URL_VARIABLE
                    + ", else "
                    + BrokerAccess.BASE_URL
                    + ", else "
                    + RegistryAddress.DEFAULT
                    + ". Its token comes from "
                    + RegistryAddress.TOKEN_VARIABLE
                    + ", or as Pact's tools have it."))
        .addOption(
            OptionSpec.builder("--format")
                .paramLabel("text|json|junit")
                .type(VerifyForm.class)
                .defaultValue("text")
                .description("What standard output holds. Default: ${DEFAULT-VALUE}.")
                .build());
    return RegistryFlags.version(spec);
  }

  @Override
  public Verdict run(ParseResult given) {
    try {
      VerifyRequest request = request(given);
      return new Verify(console, installation)
          .run(
              request,
              BrokerAccess.of(RegistryFlags.text(given, "--registry"), installation.variables()));
    } catch (IllegalArgumentException wrong) {
      console.say("concordat: " + wrong.getMessage());
      return Verdict.BAD_INPUT;
    }
  }

  private VerifyRequest request(ParseResult given) {
    List<String> files = given.matchedPositionalValue(0, List.of());
    var request =
        new VerifyRequest(
            files,
            provider(given, files),
            given.matchedOptionValue("--url", URI.create("")),
            given.matchedOptionValue("--insecure", false),
            address(given, "--states-url")
                .map(
                    url ->
                        new VerifyRequest.States(
                            url, given.matchedOptionValue("--states-teardown", false))),
            address(given, "--messages-url"),
            AccessFlags.headers(given),
            new VerifyRequest.Chosen(
                given.matchedOptionValue("--selector", List.<String>of()).stream()
                    .map(Selectors::read)
                    .toList(),
                given.matchedOptionValue("--pending", false),
                RegistryFlags.text(given, "--wip-since").map(VerifyCommand::day),
                given.matchedOptionValue("--tag", List.<String>of())),
            RegistryFlags.text(given, "--only"),
            given.matchedOptionValue("--publish", false),
            given.matchedOptionValue("--allow-none", false),
            RegistryFlags.version(installation, given),
            given.matchedOptionValue("--format", VerifyForm.text),
            given.hasMatchedOption("--report")
                ? Optional.of(given.matchedOptionValue("--report", Path.of("")))
                : Optional.empty());
    check(request);
    return request;
  }

  private static void check(VerifyRequest request) {
    if (!request.isPublished()) {
      return;
    }
    if (!request.files().isEmpty()) {
      throw new IllegalArgumentException(
          "--publish: results are published of pacts that the registry gave, not of files");
    }
    if (request.only().isPresent()) {
      throw new IllegalArgumentException(
          "--publish: a part of the interactions, by --only, says nothing about the whole pact");
    }
    if (request.version().number().isEmpty()) {
      throw new IllegalArgumentException(
          "--publish: which version is this? Say --version; neither git nor a build says it");
    }
  }

  private Optional<String> provider(ParseResult given, List<String> files) {
    Optional<String> named = RegistryFlags.text(given, "--provider");
    if (named.isPresent() || !files.isEmpty()) {
      return named;
    }
    List<String> here =
        SetupReader.read(installation.workingFolder(), installation.variables()).systems().stream()
            .map(SystemSpec::name)
            .toList();
    if (here.size() != 1) {
      throw new IllegalArgumentException(
          "which provider is at --url? Say --provider NAME"
              + (here.isEmpty() ? "" : "; here are " + String.join(", ", here)));
    }
    return Optional.of(here.getFirst());
  }

  private static Optional<URI> address(ParseResult given, String option) {
    return given.hasMatchedOption(option)
        ? Optional.of(given.matchedOptionValue(option, URI.create("")))
        : Optional.empty();
  }

  private static String day(String text) {
    try {
      return LocalDate.parse(text).toString();
    } catch (DateTimeException _) {
      throw new IllegalArgumentException(
          "--wip-since: '" + text + "' is no day; write it like 2026-01-31");
    }
  }
}
