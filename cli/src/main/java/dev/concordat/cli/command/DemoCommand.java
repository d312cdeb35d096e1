package dev.concordat.cli.command;

import dev.concordat.cli.console.Console;
import dev.concordat.cli.run.Installation;
import dev.concordat.cli.run.Pipeline;
import dev.concordat.cli.run.TestOptions;
import dev.concordat.cli.run.Variables;
import dev.concordat.model.run.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// `concordat demo`: the example shop with its planted faults.
final class DemoCommand implements Command {
  private static final String FAULTS = "SHOP_FAULTS";

  private final Console console;
  private final Installation installation;
  private final Pipeline pipeline;

  DemoCommand(Console console, Installation installation, Pipeline pipeline) {
    this.console = console;
    this.installation = installation;
    this.pipeline = pipeline;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Specs.command(
            "demo",
            "Run the example shop with its planted faults, and find them.",
            "concordat demo                                  all planted faults; ends with 1, since they are found",
            "concordat demo --healthy                        none; ends with 0",
            "concordat demo --fault payments-amount-float    one of docs/shop-faults.md");
    spec.addOption(Specs.flag("--healthy", "Switch no fault on."));
    spec.addOption(
        OptionSpec.builder("--fault")
            .paramLabel("ID")
            .type(String.class)
            .description("Only these faults, separated by commas.")
            .build());
    RunFlags.addTo(spec);
    return spec;
  }

  @Override
  public Verdict run(ParseResult given) {
    Path shop = pipeline.shop();
    if (!Files.isDirectory(shop)) {
      console.say(
          "concordat: the example shop is not at " + shop + "; run ./concordat from a checkout.");
      return Verdict.BAD_INPUT;
    }
    boolean isHealthy = given.matchedOptionValue("--healthy", false);
    String chosen = given.matchedOptionValue("--fault", "");
    Optional<String> wrong = new PlantedFaults(installation.root()).wrong(chosen, isHealthy);
    if (wrong.isPresent()) {
      console.say("concordat: " + wrong.get());
      return Verdict.BAD_INPUT;
    }
    String faults = isHealthy ? "" : chosen.isEmpty() ? "all" : chosen;
    TestOptions options = RunFlags.read(given, shop, installation);
    Map<String, String> variables = new LinkedHashMap<>(options.variables().given());
    variables.put(FAULTS, faults);
    return pipeline.test(options.withVariables(new Variables(variables)));
  }
}
