package dev.concordat.cli.command;

import dev.concordat.cli.console.Console;
import dev.concordat.cli.run.Installation;
import dev.concordat.cli.standin.MappingServing;
import dev.concordat.cli.standin.Serving;
import dev.concordat.cli.standin.StandInRequest;
import dev.concordat.model.run.Verdict;
import dev.concordat.standin.StandInSettings;
import dev.concordat.standin.wiremock.space.SpaceSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// `concordat standin`: serves contracts.
final class StandinCommand implements Command {

  private final Console console;
  private final Installation installation;

  StandinCommand(Console console, Installation installation) {
    this.console = console;
    this.installation = installation;
  }

  @Override
  public CommandSpec spec() {
    return StandInMessages.addTo(
        Specs.command(
                "standin",
                "Serve contracts by stand-ins that remember what was sent and refuse what the contract forbids.",
                "concordat standin openapi.yaml                      on a free port",
                "concordat standin openapi.yaml --port 8080",
                "concordat standin orders.yaml billing.yaml          each on a port of its own",
                "concordat standin orders.yaml billing.yaml --port 0 together on one",
                "concordat standin openapi.yaml --seed 7 --start-with 0",
                "concordat standin orders.yaml web.pact.json shop.har --port 8080  kinds may be mixed",
                "concordat standin asyncapi.yaml --kafka localhost:9092  messages at this broker",
                "concordat standin asyncapi.yaml --every 2s         at a broker of its own",
                "concordat standin wiremock/                         a folder with mappings and __files",
                "concordat standin openapi.yaml --wiremock mappings/ stubs first, held against the contract",
                "concordat standin --wiremock                        empty, filled by WireMock's clients")
            .addPositional(
                PositionalParamSpec.builder()
                    .paramLabel("CONTRACT")
                    .arity("0..*")
                    .index("0..*")
                    .type(List.class)
                    .auxiliaryTypes(String.class)
                    .description(
                        "OpenAPI documents, pacts, HTTP archives, Postman collections, GraphQL schemas, AsyncAPI"
                            + " documents for Kafka, and"
                            + " WireMock's mappings: a folder, or JSON files.")
                    .build())
            .addOption(
                OptionSpec.builder("--port")
                    .paramLabel("PORT")
                    .type(List.class)
                    .auxiliaryTypes(Integer.class)
                    .description(
                        "Once: all OpenAPI contracts together on this port, and each of another kind on a free"
                            + " one. As often as there are contracts: one for each. 0 is a free one. Default: a"
                            + " free one for each.")
                    .build())
            .addOption(
                Specs.option(
                    "--seed",
                    "NUMBER",
                    Long.class,
                    "All made values come from it. Default: " + RunFlags.DEFAULT_SEED + "."))
            .addOption(
                Specs.option(
                    "--start-with",
                    "NUMBER",
                    Integer.class,
                    "How many of each kind there are at the start, where the contract shows none. Default: "
                        + StandInSettings.DEFAULT.startWith()
                        + "."))
            .addOption(
                Specs.option(
                    "--secret",
                    "TEXT",
                    String.class,
                    "The only credential that is taken (token, key, or user:password). Default: any."))
            .addOption(
                OptionSpec.builder("--wiremock")
                    .paramLabel("PATH")
                    .arity("0..1")
                    .fallbackValue("")
                    .type(List.class)
                    .auxiliaryTypes(String.class)
                    .description(
                        "WireMock's mappings, served before the contracts and held against them. Without a path:"
                            + " none at the start, clients make them.")
                    .build())
            .addOption(
                Specs.option(
                    "--journal",
                    "NUMBER",
                    Integer.class,
                    "How many requests are kept for clients of WireMock. Default: "
                        + SpaceSettings.DEFAULT_JOURNAL
                        + "."))
            .addOption(
                Specs.flag(
                    "--proxy-anywhere", "Let stubs ask other machines. Default: only this one."))
            .addOption(
                Specs.flag(
                    "--require-verified",
                    "Refuse contracts that were never verified against the real provider, or were broken by it."))
            .addOption(
                OptionSpec.builder("--verification")
                    .paramLabel("FILE")
                    .type(List.class)
                    .auxiliaryTypes(Path.class)
                    .description(
                        "A record of a run elsewhere, written by conform --record-verification. May be repeated.")
                    .build())
            .addOption(Specs.format()));
  }

  @Override
  public Verdict run(ParseResult given) {
    Path folder = installation.workingFolder().toAbsolutePath().normalize();
    List<String> named = given.matchedPositionalValue(0, List.of());
    List<Path> all = named.stream().map(name -> folder.resolve(name).normalize()).toList();
    List<Path> files = all.stream().filter(path -> !MappingServing.isMappings(path)).toList();
    boolean hasMappings = given.hasMatchedOption("--wiremock") || files.size() < all.size();
    if (all.isEmpty() && !hasMappings) {
      console.say("concordat: name a contract, a folder with WireMock's mappings, or --wiremock.");
      return Verdict.BAD_INPUT;
    }
    List<Integer> ports = given.matchedOptionValue("--port", List.of());
    if (ports.size() > 1 && ports.size() != files.size()) {
      console.say(
          "concordat: --port is given "
              + ports.size()
              + " times for "
              + files.size()
              + " contracts; give it once, or once for each.");
      return Verdict.BAD_INPUT;
    }
    for (int port : ports) {
      Optional<String> problem = ListenFlags.problem(port);
      if (problem.isPresent()) {
        console.say("concordat: " + problem.get());
        return Verdict.BAD_INPUT;
      }
    }
    int start = given.matchedOptionValue("--start-with", StandInSettings.DEFAULT.startWith());
    if (start < 0 || start > StandInSettings.MAX_START) {
      console.say(
          "concordat: --start-with "
              + start
              + ": it goes from 0 to "
              + StandInSettings.MAX_START
              + ".");
      return Verdict.BAD_INPUT;
    }
    var settings =
        new StandInSettings(
            given.matchedOptionValue("--seed", RunFlags.DEFAULT_SEED),
            start,
            given.hasMatchedOption("--secret")
                ? Optional.of(given.matchedOptionValue("--secret", ""))
                : Optional.empty());
    Path root = all.stream().allMatch(file -> file.startsWith(folder)) ? folder : root(all);
    var request =
        new StandInRequest(
            files,
            ports,
            settings,
            StandInMessages.read(given),
            given.matchedOptionValue("--verification", List.<Path>of()).stream()
                .map(folder::resolve)
                .toList(),
            given.matchedOptionValue("--require-verified", false),
            given.matchedOptionValue("--format", OutputFormat.text) == OutputFormat.json);
    if (!hasMappings) {
      return new Serving(console, root, installation).serve(request);
    }
    List<Path> mappings = new ArrayList<>(all);
    mappings.removeAll(files);
    List<String> beside = given.matchedOptionValue("--wiremock", List.of());
    beside.stream()
        .filter(name -> !name.isEmpty())
        .forEach(name -> mappings.add(folder.resolve(name).normalize()));
    return new MappingServing(console, root, installation.home())
        .serve(
            request,
            mappings,
            new SpaceSettings(
                settings.seed(),
                Clock.systemUTC(),
                Math.max(1, given.matchedOptionValue("--journal", SpaceSettings.DEFAULT_JOURNAL)),
                false,
                given.matchedOptionValue("--proxy-anywhere", false)));
  }

  /// The folder that holds all files, for those that lie elsewhere.
  private static Path root(List<Path> files) {
    Path root = files.getFirst().getRoot();
    for (Path at = files.getFirst().getParent(); at != null; at = at.getParent()) {
      Path candidate = at;
      if (files.stream().allMatch(file -> file.startsWith(candidate))) {
        return candidate;
      }
    }
    return root == null ? Path.of("") : root;
  }
}
