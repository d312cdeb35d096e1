package dev.concordat.cli.command;

import dev.concordat.cli.run.Installation;
import dev.concordat.cli.run.Pipeline;
import dev.concordat.model.run.Verdict;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `concordat test`: starts everything and proves what can be proved.
final class TestCommand implements Command {
  private final Installation installation;
  private final Pipeline pipeline;

  TestCommand(Installation installation, Pipeline pipeline) {
    this.installation = installation;
    this.pipeline = pipeline;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Specs.command(
            "test",
            "Start the systems of a workspace with their parts, and test every link between them.",
            "concordat test                                everything, with no configuration",
            "concordat test examples/shop                  another folder",
            "concordat test flows/checkout.flow.yaml       one flow of this folder",
            "concordat test --only flows --tag critical    the critical journeys",
            "concordat test --set LOG_LEVEL=debug --set orders:TIMEOUT=500",
            "concordat test --format json --report out     for CI: out/junit.xml, out/report.html");
    spec.addPositional(
        Specs.positional(
            "PATH",
            "0..1",
            Path.class,
            "The workspace, or a flow or contract of the workspace in this folder. Default: this folder."));
    RunFlags.addTo(spec);
    return spec;
  }

  @Override
  public Verdict run(ParseResult given) {
    Path path =
        installation
            .workingFolder()
            .resolve(given.matchedPositionalValue(0, Path.of("")))
            .normalize();
    return pipeline.test(RunFlags.read(given, path, installation));
  }
}
