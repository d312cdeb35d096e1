package dev.concordat.cli.command;

import dev.concordat.cli.console.Console;
import dev.concordat.cli.record.RecordRequest;
import dev.concordat.cli.record.Recording;
import dev.concordat.cli.run.Installation;
import dev.concordat.model.run.Verdict;
import dev.concordat.wire.caller.Endpoint;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// `concordat record`: learns from traffic.
final class RecordCommand implements Command {

  private final Console console;
  private final Installation installation;

  RecordCommand(Console console, Installation installation) {
    this.console = console;
    this.installation = installation;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Specs.command(
            "record",
            "Learn a contract, stubs, values and flows from traffic.",
            "concordat record --to http://localhost:8080",
            "concordat record --to https://api.example.com --port 9000 --out recorded/orders",
            "concordat record --proxy --port 8888",
            "concordat record --from browser.har",
            "concordat record --to http://localhost:8080 --extend openapi.yaml");
    spec.addOption(
        Specs.option("--to", "URL", URI.class, "The provider; requests are sent to our port."));
    spec.addOption(
        Specs.flag(
            "--proxy",
            "Be a proxy for clients that have HTTP_PROXY and HTTPS_PROXY; a folder for each host."));
    spec.addOption(
        OptionSpec.builder("--from")
            .paramLabel("HAR")
            .type(List.class)
            .auxiliaryTypes(Path.class)
            .description("Learn from an HTTP archive; may be given several times.")
            .build());
    spec.addOption(
        Specs.option("--port", "PORT", Integer.class, "Where to listen. Default: a free port."));
    spec.addOption(
        Specs.option(
            "--out", "DIR", Path.class, "Where the files go. Default: the folder 'recorded'."));
    spec.addOption(
        Specs.option(
            "--extend",
            "CONTRACT",
            Path.class,
            "Add to an OpenAPI 3 contract what it lacks; what is written there stays, and what is"
                + " not so is told."));
    spec.addOption(
        Specs.option(
            "--name", "NAME", String.class, "What flows call the provider. Default: its host."));
    spec.addOption(Specs.flag("--har", "Also write the traffic, its secrets taken out."));
    spec.addOption(
        OptionSpec.builder("--redact")
            .paramLabel("NAME")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .splitRegex(",")
            .description("Headers, parameters and fields that hold secrets, beside the usual ones.")
            .build());
    spec.addOption(Specs.flag("--redact-emails", "E-mail addresses are secrets too."));
    spec.addOption(Specs.flag("--insecure", "Take the provider's certificate as it is."));
    spec.addOption(Specs.format());
    return spec;
  }

  @Override
  public Verdict run(ParseResult given) {
    Path folder = installation.workingFolder().toAbsolutePath().normalize();
    try {
      RecordRequest request = request(given, folder);
      boolean isJson = given.matchedOptionValue("--format", OutputFormat.text) == OutputFormat.json;
      return new Recording(console, folder, installation.home(), isJson).run(request);
    } catch (IllegalArgumentException wrong) {
      console.say("concordat: " + wrong.getMessage());
      return Verdict.BAD_INPUT;
    }
  }

  private static RecordRequest request(ParseResult given, Path folder) {
    boolean isInsecure = given.matchedOptionValue("--insecure", false);
    List<String> names = given.matchedOptionValue("--redact", List.of());
    Path extended = given.matchedOptionValue("--extend", null);
    return new RecordRequest(
        source(given, folder, isInsecure),
        folder.resolve(given.matchedOptionValue("--out", Path.of("recorded"))).normalize(),
        given.matchedOptionValue("--name", ""),
        Optional.ofNullable(extended).map(folder::resolve).map(Path::normalize),
        given.matchedOptionValue("--har", false),
        Set.copyOf(names),
        given.matchedOptionValue("--redact-emails", false),
        isInsecure);
  }

  private static RecordRequest.Source source(ParseResult given, Path folder, boolean isInsecure) {
    URI to = given.matchedOptionValue("--to", null);
    boolean isProxy = given.matchedOptionValue("--proxy", false);
    List<Path> archives = given.matchedOptionValue("--from", List.of());
    int sources = (to == null ? 0 : 1) + (isProxy ? 1 : 0) + (archives.isEmpty() ? 0 : 1);
    if (sources != 1) {
      throw new IllegalArgumentException("give one of --to URL, --proxy, --from HAR.");
    }
    int port = given.matchedOptionValue("--port", 0);
    Optional<String> problem = ListenFlags.problem(port);
    if (problem.isPresent()) {
      throw new IllegalArgumentException(problem.get());
    }
    if (to != null) {
      return new RecordRequest.Source.Before(Endpoint.of(to, isInsecure), port);
    }
    return isProxy
        ? new RecordRequest.Source.Proxy(port)
        : new RecordRequest.Source.Archives(archives.stream().map(folder::resolve).toList());
  }
}
