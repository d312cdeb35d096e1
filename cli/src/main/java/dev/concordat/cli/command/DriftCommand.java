package dev.concordat.cli.command;

import dev.concordat.cli.console.Console;
import dev.concordat.cli.drift.DriftRun;
import dev.concordat.cli.run.Installation;
import dev.concordat.model.run.Verdict;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// `concordat drift STUBS… --against CONTRACT|URL|HAR`: do stubs still tell the truth about the provider?
final class DriftCommand implements Command {
  private final Console console;
  private final Installation installation;
  private final DriftRun drift;
  private final Supplier<LocalDate> today;

  DriftCommand(
      Console console, Installation installation, DriftRun drift, Supplier<LocalDate> today) {
    this.console = console;
    this.installation = installation;
    this.drift = drift;
    this.today = today;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Specs.command(
            "drift",
            "Hold stubs and pacts against the truth: the provider's contract, the running provider, or a"
                + " recording of it.",
            "concordat drift mappings --against openapi.yaml",
            "concordat drift mappings --against http://localhost:8080",
            "concordat drift mappings pacts --against openapi.yaml --against https://staging.example",
            "concordat drift mappings --against openapi.yaml --fix",
            "concordat drift traffic.har --against openapi.yaml     what the contract does not describe");
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("STUBS")
            .arity("1..*")
            .required(true)
            .index("0..*")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description(
                "Files and folders: WireMock, Pact, MockServer, Hoverfly, Mountebank, Postman, HAR.")
            .build());
    DriftFlags.addTo(spec);
    return spec;
  }

  @Override
  public Verdict run(ParseResult given) {
    try {
      return drift.run(DriftFlags.request(given, installation, today.get()));
    } catch (IllegalArgumentException wrong) {
      console.say("concordat: " + wrong.getMessage());
      return Verdict.BAD_INPUT;
    }
  }
}
