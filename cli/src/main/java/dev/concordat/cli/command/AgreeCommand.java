package dev.concordat.cli.command;

import dev.concordat.model.comparison.ComparisonReport.Question;
import dev.concordat.model.run.Verdict;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// `concordat agree CONSUMER PROVIDER`: whether the contracts of two sides fit.
final class AgreeCommand implements Command {
  private final ComparisonCall call;

  AgreeCommand(ComparisonCall call) {
    this.call = call;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Specs.command(
            "agree",
            "Say whether a consumer's contract fits a provider's; every break with a message that"
                + " shows it.",
            "concordat agree pacts/web-orders.json orders/openapi.yaml",
            "concordat agree pacts/ orders/openapi.yaml         every consumer of a folder",
            "concordat agree client.openapi.yaml main:openapi.yaml",
            "concordat agree reader.avsc writer.avsc",
            "concordat agree 'src/**/*.graphql' schema.graphqls",
            "concordat agree wiremock/mappings openapi.yaml --format json");
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("CONSUMER PROVIDER")
            .hideParamSyntax(true)
            .arity("0..*")
            .index("0..*")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description(
                "Files, folders, patterns, git revisions (main:openapi.yaml), or - for standard"
                    + " input; several consumers, the provider last.")
            .build());
    ComparisonFlags.addTo(spec);
    return spec;
  }

  @Override
  public Verdict run(ParseResult given) {
    return call.run(given, Question.AGREE, "a CONSUMER and a PROVIDER");
  }
}
